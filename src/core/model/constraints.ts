import { foreignKeyName } from '../schema/derived-names.ts';
import { REFERENTIAL_ACTIONS, type ReferentialAction } from '../schema/dialect.ts';
import { dialectOf } from '../schema/dialects.ts';
import { constraintName } from '../schema/identifiers.ts';
import { isUnique } from '../schema/pairing.ts';
import { sameNames } from '../schema/same-names.ts';
import { type SchemaView, type TableView, text, texts } from '../schema/view.ts';
import type { Column, ForeignKey, Unique } from './model.ts';
import { onceByName, pick } from './table-draft.ts';

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
    deferrable:
      it.raw.deferrable === 'immediate' || it.raw.deferrable === 'deferred' ? it.raw.deferrable : undefined,
    useAlter: false,
  }));
}

const action = (written: string | undefined): ReferentialAction | undefined =>
  REFERENTIAL_ACTIONS.find((it) => it === written);

type UniqueContext = {
  readonly columns: readonly Column[];
  readonly view: SchemaView;
  /** Whether the unique values of deleted rows can be used again. */
  readonly reusesDeleted: boolean;
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
  const uniques = onceByColumns([...single, ...written, ...added]).map((it) => {
    const columns = pick(context.columns, it.columns);
    const isTarget = context.targets.some((target) => sameNames(target, it.columns));
    return {
      name: it.name ?? constraintName('uq', name, ...it.columns),
      columns,
      onlyNotDeleted: context.reusesDeleted && !isTarget,
      // What a key references is never empty (BB426).
      filled: filledColumns(context.view, columns),
    };
  });
  return onceByName(uniques);
}

/** The columns of a unique that may be empty, where the database would take rows without values for equal. */
export const filledColumns = (view: SchemaView, columns: readonly Column[]): readonly Column[] =>
  dialectOf(view).index.nullsEqual ? columns.filter((it) => it.nullable) : [];

type Written = { readonly columns: readonly string[]; readonly name: string | undefined };

/** PostgreSQL makes one constraint of several over the same columns; the name that is written counts. */
function onceByColumns(all: readonly Written[]): readonly Written[] {
  const same = (a: Written, b: Written): boolean => JSON.stringify(a.columns) === JSON.stringify(b.columns);
  return all.flatMap((it, i) => {
    if (all.slice(0, i).some((other) => same(it, other))) return [];
    return [all.find((other) => same(it, other) && other.name !== undefined) ?? it];
  });
}

const isWholeKey = (table: TableView, columns: readonly string[]): boolean =>
  table.primaryKey.length === columns.length && columns.every((it) => table.primaryKey.includes(it));
