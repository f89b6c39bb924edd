import type { Column, Table, TableApi } from '../model/model.ts';

/** What the tests of a table's routes are made from. */
export type TestFacts = {
  readonly table: Table;
  readonly api: TableApi;
  /** Columns that a factory gives values. */
  readonly valued: readonly Column[];
  /** Those of them that a POST may set. */
  readonly sent: readonly Column[];
};
