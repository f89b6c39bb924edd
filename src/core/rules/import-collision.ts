import { renamedBecause } from './python-name.ts';
import type { Rule } from './rule.ts';

/** BB211: a name that the generated modules use. */
export const importCollision: Rule = {
  code: 'BB211',
  name: 'import-collision',
  severity: 'information',
  summary:
    'A name is used by the generated code itself; it gets an underscore in Python and stays as it is elsewhere.',
  check: (view) => renamedBecause(view, 'used'),
};
