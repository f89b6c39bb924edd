import { oncePerView } from '../schema/once-per-view.ts';
import type { ColumnView, SchemaView, TableView } from '../schema/view.ts';

/** A written foreign key whose target table exists. */
export type Reference = {
  readonly source: TableView;
  readonly column: ColumnView;
  readonly table: TableView;
  /** Name of the column that is referenced. */
  readonly name: string;
  /** Undefined when the table has no such column. */
  readonly target: ColumnView | undefined;
};

/** All foreign keys of columns that lead to an existing table. */
export const references: (view: SchemaView) => readonly Reference[] = oncePerView((view) =>
  view.tables.flatMap((source) =>
    source.columns.flatMap((column) => {
      const table = column.target === undefined ? undefined : view.tableByName.get(column.target.table);
      if (column.target === undefined || table === undefined) return [];
      const name = column.target.column;
      return [{ source, column, table, name, target: table.columnByName.get(name) }];
    }),
  ),
);
