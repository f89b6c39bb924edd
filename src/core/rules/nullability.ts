import type { ColumnView, KeyView, TableView } from '../schema/view.ts';

/** Whether a column never holds NULL: it says so, or it is a part of the primary key. */
export const isRequired = (table: TableView, column: ColumnView): boolean =>
  column.raw.nullable === false || isKeyColumn(table, column);

/** Whether a column is (part of) the primary key, said by the column or by a constraint. */
export const isKeyColumn = (table: TableView, column: ColumnView): boolean =>
  column.primaryKey || (column.name !== undefined && table.primaryKey.includes(column.name));

/** Whether every row refers to another one: a key with NULL in any of its columns refers to none. */
export const isRequiredKey = (table: TableView, key: KeyView): boolean =>
  requiredColumns(table, key).length === key.columns.length;

/** The columns of a key that never hold NULL. */
export const requiredColumns = (table: TableView, key: KeyView): readonly ColumnView[] =>
  key.columns.flatMap((it) => table.columnByName.get(it) ?? []).filter((it) => isRequired(table, it));

/** Whether a column belongs to a foreign key. */
export const isForeignKeyColumn = (table: TableView, column: ColumnView): boolean =>
  table.foreignKeys.some((it) => it.columns.includes(column.name ?? ''));
