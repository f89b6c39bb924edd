import { isRequired } from './nullability.ts';
import { columnLabel, valueAt } from './place.ts';
import { references } from './references.ts';
import type { Rule } from './rule.ts';

/** BB420: a row that needs another row of its own table. */
export const requiredSelfReference: Rule = {
  code: 'BB420',
  name: 'required-self-reference',
  severity: 'warning',
  summary: 'A required foreign key references its own table: the first row can only reference itself.',
  check: (view) =>
    references(view)
      .filter(({ source, table, column }) => source === table && isRequired(source, column))
      .map(({ column }) => ({
        ...valueAt(column, 'target'),
        message: `${columnLabel(column)} is required and references its own table, so the first row can only reference itself; consider making it nullable`,
      })),
};
