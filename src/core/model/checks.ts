import { type DbType, dbTypeOf } from '../schema/dialects.ts';
import { constraintName, distinct } from '../schema/identifiers.ts';
import { type SchemaView, type TableView, text } from '../schema/view.ts';
import { conditionOf } from './conditions.ts';
import type { Check, Column } from './model.ts';

/** The dialect of a schema that SQLite only stands in for. */
export function serverOf(view: SchemaView): Exclude<DbType, 'sqlite'> | undefined {
  const dbType = dbTypeOf(view);
  return dbType === 'sqlite' ? undefined : dbType;
}

/** The checks of a table; those without a name are named after their columns. */
export function buildChecks(
  table: TableView,
  columns: readonly Column[],
  view: SchemaView,
): readonly Check[] {
  const written = table.constraints.filter((it) => it.raw.type === 'check');
  const checks = written.map((it) => {
    const condition = conditionOf(text(it.raw.expression) ?? '', { columns, view });
    const made = constraintName('ck', table.name ?? '', ...condition.columns.map((column) => column.name));
    const onlyOn = condition.expression === undefined ? serverOf(view) : undefined;
    return { ...condition, name: text(it.raw.name) ?? made, onlyOn };
  });
  const taken = distinct(checks.map((it) => it.name));
  return checks.map((it, i) => ({ ...it, name: taken[i] ?? it.name }));
}
