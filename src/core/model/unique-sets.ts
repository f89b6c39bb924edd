import { indexedColumns } from './indexes.ts';
import type { Column, Condition, Table } from './model.ts';

/** What two rows of a table may not have in common. */
export type UniqueSet = {
  /** Its columns, those in expressions included. */
  readonly columns: readonly Column[];
  readonly elements: readonly (Column | Condition)[];
  /** Whether rows without values have the same. */
  readonly nullsEqual: boolean;
  /** Which rows it is about; undefined for all. */
  readonly where: Condition | undefined;
  /** Whether every database of the project refuses the second row. */
  readonly isEverywhere: boolean;
};

/** The primary key, the uniques and the unique indexes of a table. */
export const uniqueSets = (
  table: Pick<Table, 'primaryKey' | 'uniques' | 'indexes'>,
): readonly UniqueSet[] => [
  ...[table.primaryKey, ...table.uniques]
    .filter(({ columns }) => columns.length > 0)
    .map(({ columns }) => ofColumns(columns)),
  ...table.indexes
    .filter((it) => it.unique)
    .map((it) => ({
      columns: indexedColumns(it),
      elements: it.elements.map((element) => element.column ?? element.expression),
      nullsEqual: it.nullsNotDistinct,
      where: it.where,
      isEverywhere: !it.onPostgresqlOnly,
    })),
];

const ofColumns = (columns: readonly Column[]): UniqueSet => ({
  columns,
  elements: columns,
  nullsEqual: false,
  where: undefined,
  isEverywhere: true,
});
