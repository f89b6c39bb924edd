import type { Column, Model, Table } from '../model/model.ts';
import { isNumbered } from '../model/numbering.ts';
import { isReference } from '../model/references.ts';
import { pick } from '../model/table-draft.ts';
import { type UniqueSet, uniqueSets } from '../model/unique-sets.ts';
import { distinctValues, meetsChecks, sampleOf } from './checks/checked-samples.ts';
import { computedCount, takesComputed } from './checks/computed-values.ts';
import { factoryColumns } from './factory-view.ts';
import { isGiven, isMakeable, type Parent, parentsOf, requiredKeys } from './parents.ts';
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
  if (!isMakeable(table, model) || !meetsChecks(table) || !takesComputed(table)) return 0;
  if (factoryColumns(table).some((it) => !isGiven(it, table) && sampleOf(it, table) === undefined)) return 0;
  if (parentsOf(table, model).some(refersToNothing) || needsEmptyRoot(table)) return 0;
  return Math.min(...uniqueSets(table).map((it) => rowsWithin(it, table)));
}

/** Whether a key leads to a column that is empty in the rows that a factory makes. */
const refersToNothing = ({ table, pairs }: Parent): boolean =>
  pairs.some(({ target }) => isEmptyIn(target, table));

/** Whether a row would have to refer to one of its own table by a column that is empty there. */
const needsEmptyRoot = (table: Table): boolean =>
  requiredKeys(table)
    .filter((it) => it.targetTable === table.name)
    .some((it) => pick(table.columns, it.targetColumns).some((target) => isEmptyIn(target, table)));

const isEmptyIn = (column: Column, table: Table): boolean =>
  column.nullable &&
  !isGiven(column, table) &&
  !factoryColumns(table).includes(column) &&
  (isReference(column) || isLeftOut(column));

/** How many rows a factory can make before two have the same in a set. */
function rowsWithin({ elements, nullsEqual }: UniqueSet, table: Table): number {
  const set = new Set(factoryColumns(table));
  const valuesOf = (it: Column): number => {
    if (it.generated !== undefined) return computedCount(it, table);
    if (set.has(it)) return sampledValues(it, table);
    return nullsEqual && isLeftOut(it) ? 1 : defaultValues(it);
  };
  return Math.max(
    1,
    ...elements.map((it) => ('sql' in it ? distinctValues(table, it, nullsEqual) : valuesOf(it))),
  );
}

/** Whether a column is empty in the rows that a factory makes. */
const isLeftOut = (column: Column): boolean => column.nullable && defaultOf(column) === undefined;

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
  const isConstant = words !== undefined && !isNumbered(column) && !EVER_NEW.includes(words.python);
  return isConstant ? 1 : Number.POSITIVE_INFINITY;
}
