import { constraintName, distinct } from '../schema/identifiers.ts';
import { readSql } from '../schema/sql-expression.ts';
import { columnsIn, portableSql } from '../schema/sql-tokens.ts';
import { type SchemaView, type TableView, text } from '../schema/view.ts';
import type { Check, Column } from './model.ts';
import { pick } from './table-draft.ts';

/** The checks of a table; those without a name are named after their columns. */
export function buildChecks(
  table: TableView,
  columns: readonly Column[],
  view: SchemaView,
): readonly Check[] {
  const written = table.constraints.filter((it) => it.raw.type === 'check');
  const names = columns.map((it) => it.name);
  const checks = written.map((it) => {
    const sql = portableSql(text(it.raw.expression) ?? '', names);
    const mentioned = pick(columns, columnsIn(sql, names));
    const made = constraintName('ck', table.name ?? '', ...mentioned.map((column) => column.name));
    const expression = readSql(sql);
    const onPostgresqlOnly = expression === undefined && view.dbType === 'postgresql';
    return { name: text(it.raw.name) ?? made, sql, columns: mentioned, expression, onPostgresqlOnly };
  });
  const taken = distinct(checks.map((it) => it.name));
  return checks.map((it, i) => ({ ...it, name: taken[i] ?? it.name }));
}
