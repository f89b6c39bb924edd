import type { ColumnView, TableView } from '../schema/view.ts';

/** Whether a column never holds NULL: it says so, or it is a part of the primary key. */
export const isRequired = (table: TableView, column: ColumnView): boolean =>
  column.raw.nullable === false || isKeyColumn(table, column);

/** Whether a column is (part of) the primary key, said by the column or by a constraint. */
export const isKeyColumn = (table: TableView, column: ColumnView): boolean =>
  column.primaryKey || (column.name !== undefined && table.primaryKey.includes(column.name));
