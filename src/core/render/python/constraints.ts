import type { Check, Column, ForeignKey, Index, Table, Unique } from '../../model/model.ts';
import { pythonString } from '../literals.ts';

/** Arguments of a call, joined; undefined and empty ones are left out. */
export const call = (...args: readonly (string | undefined)[]): string =>
  args.filter((it) => it !== undefined && it !== '').join(', ');

/** Several strings as arguments. */
export const strings = (values: readonly string[]): string => values.map(pythonString).join(', ');

/** Names of columns as arguments. */
export const columnNames = (columns: readonly { readonly name: string }[]): string =>
  strings(columns.map((it) => it.name));

/** The condition of a partial index over rows that are not deleted, for both databases. */
export const NOT_DELETED =
  'postgresql_where=sa.text("deleted_at IS NULL"), sqlite_where=sa.text("deleted_at IS NULL")';

/** Whether SQLAlchemy's naming convention gives this name by itself. */
export function isConventional(name: string, prefix: string, parts: readonly string[]): boolean {
  return name === [prefix, ...parts].join('_');
}

/** `name="…"`, unless the naming convention gives that name. */
const nameUnless = (conventional: boolean, name: string): string | undefined =>
  conventional ? undefined : `name=${pythonString(name)}`;

/** Actions of a foreign key as keyword arguments. */
export const actions = (key: ForeignKey): string =>
  call(
    key.onUpdate === undefined ? undefined : `onupdate=${pythonString(key.onUpdate)}`,
    key.onDelete === undefined ? undefined : `ondelete=${pythonString(key.onDelete)}`,
  );

/** Each column that a key references, as `table.column`. */
export const targetsOf = (key: ForeignKey): readonly string[] =>
  key.targetColumns.map((it) => `${key.targetTable}.${it}`);

/** The foreign key of one column in a model. */
export const foreignKeyCall = (key: ForeignKey): string =>
  `sa.ForeignKey(${call(strings(targetsOf(key)), keyOptions(key))})`;

/** A foreign key of several columns in a model. */
export const foreignKeyConstraint = (key: ForeignKey): string =>
  `sa.ForeignKeyConstraint(${call(`[${strings(key.columns)}]`, `[${strings(targetsOf(key))}]`, keyOptions(key))})`;

const keyOptions = (key: ForeignKey): string =>
  call(
    nameUnless(isConventional(key.name, 'fk', [key.table, ...key.columns, key.targetTable]), key.name),
    actions(key),
    key.useAlter ? 'use_alter=True' : undefined,
  );

/** Whether `unique=True` on the column says it all. */
export const isColumnUnique = (table: Table, it: Unique): boolean =>
  it.columns.length === 1 && !it.onlyNotDeleted && isConventional(it.name, 'uq', [table.name, ...names(it)]);

/** Whether `index=True` on the column says it all; beside `unique=True` it would mean one unique index. */
export const isColumnIndex = (table: Table, it: Index): boolean =>
  it.columns.length === 1 &&
  !it.unique &&
  isConventional(it.name, 'ix', [table.name, ...names(it)]) &&
  !table.uniques.some((other) => other.columns[0] === it.columns[0] && isColumnUnique(table, other));

/** Whether `primary_key=True` on the columns says it all. */
export function isColumnKey(table: Table): boolean {
  const { name, columns } = table.primaryKey;
  const inOrder = table.columns.filter((it) => it.primaryKey);
  return isConventional(name, 'pk', [table.name]) && columns.every((it, i) => it === inOrder[i]);
}

const names = (it: Unique | Index): readonly string[] => it.columns.map((column) => column.name);

/** What stands in `__table_args__` of a model. */
export function tableArguments(table: Table): readonly string[] {
  const key = `sa.PrimaryKeyConstraint(${columnNames(table.primaryKey.columns)}, name=${pythonString(table.primaryKey.name)})`;
  return [
    ...(isColumnKey(table) ? [] : [key]),
    ...table.foreignKeys.filter((it) => it.columns.length > 1).map(foreignKeyConstraint),
    ...table.uniques.filter((it) => !isColumnUnique(table, it)).map((it) => uniqueArgument(table, it)),
    ...table.checks.map((it) => checkArgument(table, it)),
    ...table.indexes.filter((it) => !isColumnIndex(table, it)).map((it) => indexArgument(table, it)),
  ];
}

/** SQLite need not understand a check that BackBone does not read. */
function checkArgument(table: Table, it: Check): string {
  const prefix = `ck_${table.name}_`;
  const isPrefixed = it.name.startsWith(prefix) && it.name.length > prefix.length;
  const name = isPrefixed
    ? pythonString(it.name.slice(prefix.length))
    : `sa.schema.conv(${pythonString(it.name)})`;
  const only = it.onPostgresqlOnly ? 'info={"dialect": "postgresql"}' : undefined;
  const constraint = `sa.CheckConstraint(${call(checkText(it), `name=${name}`, only)})`;
  return only === undefined ? constraint : `${constraint}.ddl_if(dialect="postgresql")`;
}

/** The SQL of a check; a colon would start a bound parameter. */
export const checkText = ({ sql }: Check): string => pythonString(sql.replaceAll(':', '\\:'));

function uniqueArgument(table: Table, it: Unique): string {
  if (it.onlyNotDeleted)
    return `sa.Index(${call(pythonString(it.name), columnNames(it.columns), 'unique=True', NOT_DELETED)})`;
  const conventional = isConventional(it.name, 'uq', [table.name, ...names(it)]);
  return `sa.UniqueConstraint(${call(columnNames(it.columns), nameUnless(conventional, it.name))})`;
}

function indexArgument(table: Table, it: Index): string {
  const conventional = isConventional(it.name, 'ix', [table.name, ...names(it)]);
  const name = conventional ? 'None' : pythonString(it.name);
  return `sa.Index(${call(name, columnNames(it.columns), it.unique ? 'unique=True' : undefined)})`;
}

/** Whether SQLAlchemy must be told not to number a key: it would number every kind of number by itself. */
export const isNotNumbered = (column: Column, table: Table): boolean =>
  column.primaryKey &&
  table.primaryKey.columns.length === 1 &&
  NUMBERS.has(column.type.kind) &&
  !column.autoincrement &&
  column.foreignKeys.length === 0;

const NUMBERS: ReadonlySet<Column['type']['kind']> = new Set(['integer', 'decimal', 'float']);
