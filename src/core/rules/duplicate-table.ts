import { type TableView, text } from '../schema/view.ts';
import { quote, repeated, tableLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB201: two tables of one name. */
export const duplicateTable: Rule = {
  code: 'BB201',
  name: 'duplicate-table',
  severity: 'error',
  summary: 'Two tables have the same name; the database can hold only one.',
  check: (view) =>
    repeated(view.tables, qualified).map(({ item, first }) => ({
      ...valueAt(item, 'table_name'),
      message: `the table ${tableLabel(item)} is declared twice; rename or remove one`,
      related: [
        { at: [...first.at, 'table_name'], message: `${quote(first.name ?? '')} is declared here first` },
      ],
    })),
};

function qualified(table: TableView): string | undefined {
  const namespace = text(table.raw.namespace);
  return namespace === undefined || table.name === undefined ? table.name : `${namespace}.${table.name}`;
}
