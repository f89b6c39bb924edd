import type { Column, ForeignKey, Model, Table } from '../model/model.ts';
import { targetTable } from '../model/references.ts';
import { pick } from '../model/table-draft.ts';

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

/** Whether a factory can make rows of a table: those that must refer to their own table by several columns are beyond it. */
export function isMakeable(table: Table, model: Model): boolean {
  const own = requiredKeys(table).filter((it) => it.targetTable === table.name);
  return (
    own.length === 0 || (own.every((it) => it.columns.length === 1) && !isLinked(parentsOf(table, model)))
  );
}

/** Whether a column takes its value from another row in every row of its table. */
export const isGiven = (column: Column, table: Table): boolean =>
  requiredKeys(table).some((it) => it.columns.includes(column.name));
