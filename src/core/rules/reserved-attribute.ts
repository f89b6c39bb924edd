import { renamedBecause } from './python-name.ts';
import type { Rule } from './rule.ts';

/** BB207: a name that SQLAlchemy or pydantic keep for themselves. */
export const reservedAttribute: Rule = {
  code: 'BB207',
  name: 'reserved-attribute',
  severity: 'information',
  summary:
    'A name is reserved by SQLAlchemy or pydantic; it gets an underscore in Python and stays as it is elsewhere.',
  check: (view) => renamedBecause(view, 'reserved'),
};
