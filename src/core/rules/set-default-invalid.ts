import type { ColumnView, KeyView, TableView } from '../schema/view.ts';
import { isRequired } from './nullability.ts';
import { columnLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB417: a key that is to become its default and has none. */
export const setDefaultInvalid: Rule = {
  code: 'BB417',
  name: 'set-default-invalid',
  severity: 'error',
  summary: 'The action `SET DEFAULT` on a column without a default; a column that may be NULL becomes NULL.',
  check: (view) => view.tables.flatMap((table) => table.foreignKeys.flatMap((it) => checkKey(table, it))),
};

function checkKey(table: TableView, key: KeyView): readonly RuleFinding[] {
  const bare = key.columns
    .flatMap((it) => table.columnByName.get(it) ?? [])
    .filter((it) => (it.raw.default ?? it.raw.server_default) === undefined);
  const column = bare.find((it) => isRequired(table, it)) ?? bare[0];
  if (column === undefined) return [];
  return (['on_delete', 'on_update'] as const)
    .filter((action) => key.raw[action] === 'SET DEFAULT')
    .map((action) => ({ ...valueAt(key, action), ...verdict(table, column, action) }));
}

const verdict = (table: TableView, column: ColumnView, action: string) =>
  isRequired(table, column)
    ? {
        severity: 'error' as const,
        message: `${columnLabel(column)} has no default that "${action}" could set; add "default" or use another action`,
      }
    : {
        severity: 'warning' as const,
        message: `${columnLabel(column)} has no default, so "${action}" sets it to NULL; write "SET NULL" or add "default"`,
      };
