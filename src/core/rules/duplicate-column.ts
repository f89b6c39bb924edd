import { columnLabel, repeated, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB203: two columns of one name in a table. */
export const duplicateColumn: Rule = {
  code: 'BB203',
  name: 'duplicate-column',
  severity: 'error',
  summary: 'Two columns of a table have the same name.',
  check: (view) =>
    view.tables.flatMap((table) =>
      repeated(table.columns, (it) => it.name).map(({ item, first }) => ({
        ...valueAt(item, 'name'),
        message: `the column ${columnLabel(item)} is declared twice; rename or remove one`,
        related: [{ at: [...first.at, 'name'], message: `${columnLabel(first)} is declared here first` }],
      })),
    ),
};
