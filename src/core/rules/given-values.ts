import type { ColumnView, SchemaView } from '../schema/view.ts';
import { isForeignKeyColumn, isKeyColumn } from './nullability.ts';
import { typedColumns } from './typed-columns.ts';

/** Whether the schema says what a column holds when a new row does not. */
export const hasValue = ({ raw }: ColumnView): boolean =>
  [raw.default, raw.server_default, raw.generated, raw.identity, raw.sequence].some((it) => it !== undefined);

/** Whole numbers that are the only column of a key: the database gives them, unless they say otherwise. */
export function numberedColumns(view: SchemaView): ReadonlySet<ColumnView> {
  return new Set(
    typedColumns(view)
      .filter(
        ({ table, column, kind }) =>
          kind === 'integer' &&
          isKeyColumn(table, column) &&
          (column.raw.autoincrement ??
            (table.primaryKey.length === 1 && !isForeignKeyColumn(table, column))) !== false,
      )
      .map((it) => it.column),
  );
}
