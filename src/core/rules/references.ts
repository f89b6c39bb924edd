import type { ColumnView, KeyView, SchemaView, TableView } from '../schema/view.ts';
import { oncePer } from '../shared/once-per.ts';
import { quote, valueAt } from './place.ts';

/** A written foreign key whose target table exists. */
export type Reference = {
  readonly source: TableView;
  readonly key: KeyView;
  readonly table: TableView;
  readonly pairs: readonly ReferencePair[];
};

/** One column of a foreign key with the one that it references; undefined where its table has no such column. */
export type ReferencePair = {
  readonly column: ColumnView | undefined;
  /** Name of the column that is referenced. */
  readonly name: string;
  readonly target: ColumnView | undefined;
  /** Position in the key. */
  readonly index: number;
};

/** All foreign keys that lead to an existing table. */
export const references: (view: SchemaView) => readonly Reference[] = oncePer((view) =>
  view.tables.flatMap((source) =>
    source.foreignKeys.flatMap((key) => {
      const table = view.tableByName.get(key.targetTable);
      if (table === undefined) return [];
      const pairs = key.targetColumns.map((name, index) => ({
        column: source.columnByName.get(key.columns[index] ?? ''),
        name,
        target: table.columnByName.get(name),
        index,
      }));
      return [{ source, key, table, pairs }];
    }),
  ),
);

/** `"posts.author_id"`, or `"posts (tenant_id, author_id)"` of a key of several columns. */
export const keyLabel = (table: Pick<TableView, 'name'>, { columns }: KeyView): string =>
  columnsLabel(table.name, columns);

/** The referenced columns, in the same form. */
export const targetLabel = ({ targetTable, targetColumns }: KeyView): string =>
  columnsLabel(targetTable, targetColumns);

const columnsLabel = (table = '?', columns: readonly string[]): string =>
  quote(columns.length === 1 ? `${table}.${columns[0]}` : `${table} (${columns.join(', ')})`);

/** Where a key says which table it references. */
export const placeOfTarget = (key: KeyView) =>
  valueAt(key, key.origin === 'column' ? 'target' : 'target_table');

/** Where a key names its columns as a whole. */
export const placeOfKey = (key: KeyView) => valueAt(key, key.origin === 'column' ? 'name' : 'columns');

/** Where a key names one of the columns that it references. */
export const placeOfTargetColumn = (key: KeyView, index: number) =>
  key.origin === 'column' ? valueAt(key, 'target') : valueAt(key, 'target_columns', index);

/** Where a key names all columns that it references. */
export const placeOfTargetColumns = (key: KeyView) =>
  valueAt(key, key.origin === 'column' ? 'target' : 'target_columns');
