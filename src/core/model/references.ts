import { oncePer } from '../shared/once-per.ts';
import type { Column, ForeignKey, Model, Table } from './model.ts';

/** Whether a column belongs to a foreign key, so that what it holds comes from another row. */
export const isReference = (column: Column): boolean => column.foreignKeys.length > 0;

/** Whether a table has a class; one without a primary key has none. */
export const isMapped = (table: Table): boolean => table.variable === undefined;

/** The foreign keys that a column is alone. */
export const ownKeys = (column: Column): readonly ForeignKey[] =>
  column.foreignKeys.filter((it) => it.columns.length === 1);

/** The table that a key references. */
export const targetTable = (key: ForeignKey, model: Model): Table | undefined =>
  tableNamed(key.targetTable, model);

/** The table of a name. */
export const tableNamed = (name: string, model: Model): Table | undefined => byName(model).get(name);

const byName = oncePer((model: Model) => new Map(model.tables.map((it) => [it.name, it])));

/**
 * The column that a column has its very type from: the target of its only key, when their types are the same. Of columns
 * that reference each other in a circle each has its own.
 */
export function typeSource(column: Column, model: Model): Column | undefined {
  const source = sameTarget(column, model);
  const seen = new Set<Column>();
  for (let at = source; at !== undefined && !seen.has(at); at = sameTarget(at, model)) {
    if (at === column) return undefined;
    seen.add(at);
  }
  return source;
}

function sameTarget(column: Column, model: Model): Column | undefined {
  const [key, ...others] = column.foreignKeys;
  if (key === undefined || key.columns.length > 1 || others.length > 0) return undefined;
  const target = targetTable(key, model)?.columns.find((it) => it.name === key.targetColumns[0]);
  return JSON.stringify(target?.type) === JSON.stringify(column.type) ? target : undefined;
}
