import { renamedBecause } from './python-name.ts';
import type { Rule } from './rule.ts';

/** BB206: a name that Python keeps for itself. */
export const pythonKeyword: Rule = {
  code: 'BB206',
  name: 'python-keyword',
  severity: 'information',
  summary:
    'A name is a keyword of Python; it gets an underscore in Python and stays as it is in the database and the API.',
  check: (view) => renamedBecause(view, 'keyword'),
};
