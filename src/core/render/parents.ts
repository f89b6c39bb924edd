import type { Column, ForeignKey, Model, Table } from '../model/model.ts';
import { isMapped, targetTable } from '../model/references.ts';
import { pick } from '../model/table-draft.ts';
import { oncePer } from '../shared/once-per.ts';

/** Another row that a new row must refer to. */
export type Parent = {
  readonly key: ForeignKey;
  readonly table: Table;
  /** Each column of the key with the one that it references. */
  readonly pairs: readonly KeyPair[];
  /** Whether other keys give all its values, so that the row with these very values is needed. */
  readonly isDetermined: boolean;
};

/** A column of a key and the one that it references. */
export type KeyPair = { readonly own: Column; readonly target: Column };

/** The rows of other tables that a row cannot do without, in the order in which they are made. */
export function parentsOf(table: Table, model: Model): readonly Parent[] {
  const required = requiredKeys(table).filter((it) => it.targetTable !== table.name);
  const needed = required.filter((it, i) => !required.some((other, j) => implies(other, it, j < i)));
  // Short keys first: what they give is a part of the longer ones.
  const ordered = needed.toSorted((a, b) => a.columns.length - b.columns.length);
  return ordered.flatMap((key, i) => {
    const parent = targetTable(key, model);
    if (parent === undefined) return [];
    const given = new Set(ordered.slice(0, i).flatMap((it) => it.columns));
    const isDetermined = key.columns.every((it) => given.has(it));
    return [{ key, table: parent, pairs: keyPairs(key, table, parent), isDetermined }];
  });
}

/** The columns of a key with those that they reference. */
export function keyPairs(key: ForeignKey, table: Table, target: Table): readonly KeyPair[] {
  const targets = pick(target.columns, key.targetColumns);
  return pick(table.columns, key.columns).flatMap((own, i) => {
    const column = targets[i];
    return column === undefined ? [] : [{ own, target: column }];
  });
}

/** The keys without which no row of a table can exist; a NULL in any column of a key frees a row of it. */
export const requiredKeys = (table: Table): readonly ForeignKey[] =>
  table.foreignKeys.filter((key) => pick(table.columns, key.columns).every((it) => !it.nullable));

/** Whether a row that satisfies one key satisfies another; of two that say the same the first one stays. */
function implies(key: ForeignKey, other: ForeignKey, isFirst: boolean): boolean {
  if (key === other || key.targetTable !== other.targetTable) return false;
  if (key.columns.length === other.columns.length && !isFirst) return false;
  return other.columns.every(
    (it, i) => key.targetColumns[key.columns.indexOf(it)] === other.targetColumns[i],
  );
}

/** Whether keys of several columns or with a column in common make the rows they lead to depend on each other. */
export const isLinked = (parents: readonly Parent[]): boolean =>
  parents.some((it) => it.pairs.length > 1 || it.isDetermined);

/**
 * Whether a factory can make rows of a table. Beyond it are those that must refer to their own table by several columns,
 * or without being objects; those of tables that need each other's rows first; those that need a row with given
 * values in a table without a class; those of a view that no table stands in for; and those that need one with a given number where only the database numbers.
 */
export function isMakeable(table: Table, model: Model): boolean {
  if (table.view !== undefined) return hasStandIns(model);
  if (requiredCircles(model).has(table) || refersByComputed(table)) return false;
  const own = requiredKeys(table).filter((it) => it.targetTable === table.name);
  const parents = parentsOf(table, model);
  const given = [...own.flatMap((it) => pick(table.columns, it.targetColumns)), ...givenColumns(parents)];
  if (given.some((it) => it.identity === 'always')) return false;
  if (parents.some((it) => it.isDetermined && !isMapped(it.table))) return false;
  return (
    own.length === 0 || (isMapped(table) && own.every((it) => it.columns.length === 1) && !isLinked(parents))
  );
}

/** Whether SQLite, which stands in for the project's own database, has tables in place of views. */
export const hasStandIns = ({ project }: Model): boolean => project.dbType !== 'sqlite';

/** Columns of other tables whose values may be given by keys that have columns in common. */
const givenColumns = (parents: readonly Parent[]): readonly Column[] =>
  isLinked(parents) ? parents.flatMap((it) => it.pairs.map(({ target }) => target)) : [];

/** Whether the database computes which row of another table is referred to. */
const refersByComputed = ({ columns }: Table): boolean =>
  columns.some((it) => it.generated !== undefined && it.foreignKeys.length > 0);

/** The tables in circles of required keys, which databases take when one of the keys is deferrable. */
const requiredCircles: (model: Model) => ReadonlySet<Table> = oncePer((model) => {
  const needsOthers = (table: Table): boolean => requiredKeys(table).some((it) => it.useAlter);
  if (!model.tables.some(needsOthers)) return new Set();
  return new Set(
    model.tables.filter((it) => parentsOf(it, model).some((row) => neededTables(row.table, model).has(it))),
  );
});

/** A table and all whose rows its rows cannot do without, be it through further tables. */
export function neededTables(table: Table | undefined, model: Model): ReadonlySet<Table> {
  const found = new Set<Table>();
  const open = table === undefined ? [] : [table];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    open.push(...parentsOf(at, model).map((it) => it.table));
  }
  return found;
}

/** Whether a column takes its value from another row in every row of its table. */
export const isGiven = (column: Column, table: Table): boolean =>
  requiredKeys(table).some((it) => it.columns.includes(column.name));
