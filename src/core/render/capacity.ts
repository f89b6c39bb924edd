import type { Column, Model, Table } from '../model/model.ts';
import { meetsChecks, sampleOf } from './checks/checked-samples.ts';
import { factoryColumns } from './factory-view.ts';
import { isGiven, isMakeable, parentsOf, requiredKeys } from './parents.ts';
import { defaultOf } from './python/defaults.ts';

/** How many rows of each table a factory makes for one row of its own: the rows that it refers to, and theirs. */
export type MadeRows = ReadonlyMap<Table, number>;

/** The rows that a factory makes for one row. */
export function madeRows(table: Table, model: Model, below: readonly Table[] = []): MadeRows {
  if (below.includes(table)) return new Map();
  const parents = parentsOf(table, model).map((it) => it.table);
  const once = addRows([
    new Map([[table, 1]]),
    ...parents.map((it) => madeRows(it, model, [...below, table])),
  ]);
  const hasRoot = requiredKeys(table).some((it) => it.targetTable === table.name);
  return hasRoot ? addRows([once, once]) : once;
}

/** All rows of several lists. */
export function addRows(all: readonly MadeRows[]): MadeRows {
  const sum = new Map<Table, number>();
  for (const [table, count] of all.flatMap((it) => [...it])) sum.set(table, (sum.get(table) ?? 0) + count);
  return sum;
}

/** How often some rows can be made before two of a table would have the same unique values. */
export const timesPossible = (rows: MadeRows, model: Model): number =>
  Math.min(...[...rows].map(([table, count]) => Math.floor(distinctRows(table, model) / count)));

function distinctRows(table: Table, model: Model): number {
  if (!isMakeable(table, model) || !meetsChecks(table)) return 0;
  if (factoryColumns(table).some((it) => !isGiven(it, table) && sampleOf(it, table) === undefined)) return 0;
  const uniques = [...table.uniques, ...table.indexes.filter((it) => it.unique)];
  const sets = [table.primaryKey.columns, ...uniques.map((it) => it.columns)];
  const set = new Set(factoryColumns(table));
  const valuesOf = (it: Column): number => (set.has(it) ? sampledValues(it, table) : defaultValues(it));
  return Math.min(...sets.map((columns) => Math.max(...columns.map(valuesOf))));
}

/** Every row has parents of its own, so that keys to them differ; one in its own table also refers to itself. */
function sampledValues(column: Column, table: Table): number {
  const isOwn = requiredKeys(table).some(
    (it) => it.targetTable === table.name && it.columns.includes(column.name),
  );
  if (isOwn) return 1;
  return isGiven(column, table) || column.type.kind === 'uuid'
    ? Number.POSITIVE_INFINITY
    : (sampleOf(column, table)?.count ?? 1);
}

/** Defaults that give every row another value. */
const EVER_NEW: readonly unknown[] = ['uuid4', 'utcnow', 'naive_utcnow'];

/** What a factory leaves out is a number of the database, a moment, empty, or the same in every row. */
function defaultValues(column: Column): number {
  const words = defaultOf(column);
  const isConstant = words !== undefined && !EVER_NEW.includes(words.python);
  return isConstant ? 1 : Number.POSITIVE_INFINITY;
}
