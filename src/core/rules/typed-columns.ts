import { kindOfType, type ValueKind } from '../schema/column-types.ts';
import { resolvedColumn } from '../schema/pairing.ts';
import type { ColumnView, SchemaView, TableView } from '../schema/view.ts';
import { oncePer } from '../shared/once-per.ts';

/** A column with the one that its type comes from: itself, or the end of its references. */
export type TypedColumn = {
  readonly table: TableView;
  readonly column: ColumnView;
  readonly typed: ColumnView;
  readonly kind: ValueKind;
};

/** The columns whose type is known and supported, references followed. */
export const typedColumns: (view: SchemaView) => readonly TypedColumn[] = oncePer((view) =>
  view.tables.flatMap((table) =>
    table.columns.flatMap((column) => {
      const typed = resolvedColumn(view, column);
      const kind = kindOfType(typed?.type);
      return typed === undefined || kind === undefined ? [] : [{ table, column, typed, kind }];
    }),
  ),
);
