import { foreignKeyName } from '../schema/derived-names.ts';
import { constraintName } from '../schema/identifiers.ts';
import { isUnique } from '../schema/pairing.ts';
import { sameNames } from '../schema/same-names.ts';
import { type TableView, text, texts } from '../schema/view.ts';
import type { Column, ForeignKey, Index, ReferentialAction, Unique } from './model.ts';
import { pick } from './table-draft.ts';

/** The foreign keys of a table, in the order of its view; which of them need `use_alter` is not decided yet. */
export function buildForeignKeys(table: TableView): readonly ForeignKey[] {
  const name = table.name ?? '';
  return table.foreignKeys.map((it) => ({
    name: foreignKeyName(name, it),
    table: name,
    columns: it.columns,
    targetTable: it.targetTable,
    targetColumns: it.targetColumns,
    onDelete: action(text(it.raw.on_delete)),
    onUpdate: action(text(it.raw.on_update)),
    useAlter: false,
  }));
}

const ACTIONS = ['CASCADE', 'RESTRICT', 'SET NULL', 'SET DEFAULT', 'NO ACTION'] as const;

const action = (written: string | undefined): ReferentialAction | undefined =>
  ACTIONS.find((it) => it === written);

type UniqueContext = {
  readonly columns: readonly Column[];
  readonly softDelete: boolean;
  /** Columns of the table that foreign keys reference together: those need a full unique constraint. */
  readonly targets: readonly (readonly string[])[];
  /** Keys that carry a one-to-one relationship; made unique where they are not (section 5 of the format). */
  readonly oneToOneKeys: readonly (readonly string[])[];
};

/** Unique constraints: of single columns, then those written as constraints; the primary key is not repeated. */
export function buildUniques(table: TableView, context: UniqueContext): readonly Unique[] {
  const name = table.name ?? '';
  const single = table.columns.flatMap((it) =>
    it.raw.unique === true && it.name !== undefined && !isWholeKey(table, [it.name])
      ? [{ columns: [it.name], name: undefined }]
      : [],
  );
  const written = table.constraints
    .filter((it) => it.raw.type === 'unique')
    .map((it) => ({ columns: texts(it.raw.columns).map((column) => column.text), name: text(it.raw.name) }))
    .filter((it) => JSON.stringify(it.columns) !== JSON.stringify(table.primaryKey));
  const added = context.oneToOneKeys
    .filter((key) => !isUnique(table, key))
    .map((columns) => ({ columns, name: undefined }));
  const uniques = onceByColumns([...single, ...written, ...added]).map((it) => ({
    name: it.name ?? constraintName('uq', name, ...it.columns),
    columns: pick(context.columns, it.columns),
    onlyNotDeleted: context.softDelete && !context.targets.some((target) => sameNames(target, it.columns)),
  }));
  return onceByName(uniques, []);
}

type Written = { readonly columns: readonly string[]; readonly name: string | undefined };

/** PostgreSQL makes one constraint of several over the same columns; the name that is written counts. */
function onceByColumns(all: readonly Written[]): readonly Written[] {
  const same = (a: Written, b: Written): boolean => JSON.stringify(a.columns) === JSON.stringify(b.columns);
  return all.flatMap((it, i) => {
    if (all.slice(0, i).some((other) => same(it, other))) return [];
    return [all.find((other) => same(it, other) && other.name !== undefined) ?? it];
  });
}

/** What is written twice (a hint to its author, BB403) has one name and is made once. */
function onceByName<T extends { readonly name: string }>(
  all: readonly T[],
  made: readonly { readonly name: string }[],
): readonly T[] {
  const names = new Set(made.map((it) => it.name));
  return all.filter((it) => !names.has(it.name) && names.add(it.name));
}

const isWholeKey = (table: TableView, columns: readonly string[]): boolean =>
  table.primaryKey.length === columns.length && columns.every((it) => table.primaryKey.includes(it));

type IndexContext = { readonly columns: readonly Column[]; readonly uniques: readonly Unique[] };

/** Indexes of single columns, then the written ones; a unique column needs none of its own. */
export function buildIndexes(table: TableView, { columns, uniques }: IndexContext): readonly Index[] {
  const name = table.name ?? '';
  const unique = new Set(uniques.flatMap((it) => (it.columns.length === 1 ? [it.columns[0]?.name] : [])));
  const single = table.columns.flatMap((it) =>
    it.raw.index === true && it.name !== undefined && !unique.has(it.name)
      ? [{ columns: [it.name], name: undefined, unique: false }]
      : [],
  );
  const written = table.indexes.map((it) => ({
    columns: texts(it.raw.columns).map((column) => column.text),
    name: text(it.raw.name),
    unique: it.raw.unique === true,
  }));
  const indexes = [...single, ...written].map((it) => ({
    name: it.name ?? constraintName(it.unique ? 'uq' : 'ix', name, ...it.columns),
    columns: pick(columns, it.columns),
    unique: it.unique,
  }));
  return onceByName(indexes, uniques);
}
