import { oncePer } from '../shared/once-per.ts';
import type { Column, ForeignKey, Model, Table } from './model.ts';

/** Whether a column belongs to a foreign key, so that what it holds comes from another row. */
export const isReference = (column: Column): boolean => column.foreignKeys.length > 0;

/** The foreign keys that a column is alone. */
export const ownKeys = (column: Column): readonly ForeignKey[] =>
  column.foreignKeys.filter((it) => it.columns.length === 1);

/** The table that a key references. */
export const targetTable = (key: ForeignKey, model: Model): Table | undefined =>
  tableNamed(key.targetTable, model);

/** The table of a name. */
export const tableNamed = (name: string, model: Model): Table | undefined => byName(model).get(name);

const byName = oncePer((model: Model) => new Map(model.tables.map((it) => [it.name, it])));

/** The column that a column has its very type from: the target of its only key, when their types are the same. */
export function typeSource(column: Column, model: Model): Column | undefined {
  const [key, ...others] = column.foreignKeys;
  if (key === undefined || key.columns.length > 1 || others.length > 0) return undefined;
  const target = targetTable(key, model)?.columns.find((it) => it.name === key.targetColumns[0]);
  const isSame = JSON.stringify(target?.type) === JSON.stringify(column.type);
  return isSame && target !== column ? target : undefined;
}
