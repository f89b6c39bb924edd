import { indexedColumns } from './indexes.ts';
import type { Column, Condition, Exclusion, Table } from './model.ts';

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

/** The primary key, the uniques, the unique indexes and the exclusions of a table. */
export const uniqueSets = (
  table: Pick<Table, 'primaryKey' | 'uniques' | 'indexes' | 'exclusions'>,
): readonly UniqueSet[] => [
  ...[table.primaryKey, ...table.uniques]
    .filter(({ columns }) => columns.length > 0)
    .map(({ columns }) => ofColumns(columns)),
  ...table.indexes
    .filter((it) => it.unique)
    .map((it) => ({
      columns: indexedColumns(it),
      elements: it.elements.map((element) => element.column ?? element.computed),
      nullsEqual: it.nullsNotDistinct,
      where: it.where,
      isEverywhere: !it.onPostgresqlOnly,
    })),
  ...table.exclusions.map(ofExclusion),
];

/** Rows that differ in a column that an exclusion compares by `=` do not exclude each other; of others that is not known. */
function ofExclusion({ elements, where }: Exclusion): UniqueSet {
  const columns = elements.flatMap((it) =>
    it.operator === '=' && it.column !== undefined ? [it.column] : [],
  );
  return { columns, elements: columns, nullsEqual: false, where, isEverywhere: false };
}

const ofColumns = (columns: readonly Column[]): UniqueSet => ({
  columns,
  elements: columns,
  nullsEqual: false,
  where: undefined,
  isEverywhere: true,
});
