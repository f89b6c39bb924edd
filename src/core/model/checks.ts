import { constraintName, distinct } from '../schema/identifiers.ts';
import { type SchemaView, type TableView, text } from '../schema/view.ts';
import { conditionOf } from './conditions.ts';
import type { Check, Column } from './model.ts';

/** The checks of a table; those without a name are named after their columns. */
export function buildChecks(
  table: TableView,
  columns: readonly Column[],
  view: SchemaView,
): readonly Check[] {
  const written = table.constraints.filter((it) => it.raw.type === 'check');
  const checks = written.map((it) => {
    const condition = conditionOf(text(it.raw.expression) ?? '', columns);
    const made = constraintName('ck', table.name ?? '', ...condition.columns.map((column) => column.name));
    const onPostgresqlOnly = condition.expression === undefined && view.dbType === 'postgresql';
    return { ...condition, name: text(it.raw.name) ?? made, onPostgresqlOnly };
  });
  const taken = distinct(checks.map((it) => it.name));
  return checks.map((it, i) => ({ ...it, name: taken[i] ?? it.name }));
}
