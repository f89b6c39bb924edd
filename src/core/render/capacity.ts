import type { Column, Model, Table } from '../model/model.ts';
import { sampleCount } from './python/sample-values.ts';

/** How many rows of each table a factory makes for one row of its own: the rows that it refers to, and theirs. */
export type MadeRows = ReadonlyMap<Table, number>;

/** The rows that a factory makes for one row. */
export function madeRows(table: Table, model: Model, below: readonly Table[] = []): MadeRows {
  if (below.includes(table)) return new Map();
  const keys = table.columns.filter((it) => it.foreignKey !== undefined && !it.nullable);
  const parents = keys.flatMap((key) =>
    model.tables.filter((it) => it.name === key.foreignKey?.targetTable && it !== table),
  );
  const once = addRows([
    new Map([[table, 1]]),
    ...parents.map((it) => madeRows(it, model, [...below, table])),
  ]);
  const hasRoot = keys.some((it) => it.foreignKey?.targetTable === table.name);
  return hasRoot ? addRows([once, once]) : once;
}

/** All rows of several lists. */
export function addRows(all: readonly MadeRows[]): MadeRows {
  const sum = new Map<Table, number>();
  for (const [table, count] of all.flatMap((it) => [...it])) sum.set(table, (sum.get(table) ?? 0) + count);
  return sum;
}

/** How often some rows can be made before two of a table would have the same unique values. */
export const timesPossible = (rows: MadeRows): number =>
  Math.min(...[...rows].map(([table, count]) => Math.floor(distinctRows(table) / count)));

function distinctRows(table: Table): number {
  const uniques = [...table.uniques, ...table.indexes.filter((it) => it.unique)];
  const sets = [table.primaryKey.columns, ...uniques.map((it) => it.columns)];
  return Math.min(...sets.map((set) => Math.max(...set.map(distinctValues))));
}

/** Every row has parents of its own, so that keys to them differ. */
function distinctValues(column: Column): number {
  const isMade = column.autoincrement || column.foreignKey !== undefined;
  return isMade || column.type.kind === 'uuid' ? Number.POSITIVE_INFINITY : sampleCount(column);
}
