import type { Column, ForeignKey, Model, Table, Unique } from '../../model/model.ts';
import { bracketed } from '../../schema/tsql.ts';
import { commentLiteral, pythonString } from '../literals.ts';
import { serverOf } from '../server.ts';

/** Arguments of a call, joined; undefined and empty ones are left out. */
export const call = (...args: readonly (string | undefined)[]): string =>
  args.filter((it) => it !== undefined && it !== '').join(', ');

/** Several strings as arguments. */
export const strings = (values: readonly string[]): string => values.map(pythonString).join(', ');

/** Names of columns as arguments. */
export const columnNames = (columns: readonly { readonly name: string }[]): string =>
  strings(columns.map((it) => it.name));

/** Whether a unique is about some of the rows, so that only an index can be it. */
export const isPartial = (it: Unique): boolean => it.onlyNotDeleted || it.filled.length > 0;

/** Which rows a partial unique is about, on every database; SQLite need not be told that NULL equals nothing. */
export function partOf({ onlyNotDeleted, filled }: Unique, { project }: Model): string {
  const alive = onlyNotDeleted ? ['deleted_at IS NULL'] : [];
  const own = [...alive, ...filled.map(isFilled)].join(' AND ');
  return call(
    `${serverOf(project).dialect}_where=sa.text(${pythonString(own)})`,
    ...alive.map((it) => `sqlite_where=sa.text(${pythonString(it)})`),
  );
}

/** That a column has a value, for SQL Server. */
export const isFilled = ({ name }: Pick<Column, 'name'>): string =>
  `${bracketed(name).replaceAll(':', '\\:')} IS NOT NULL`;

/** Whether SQLAlchemy's naming convention gives this name by itself. */
export function isConventional(name: string, prefix: string, parts: readonly string[]): boolean {
  return name === [prefix, ...parts].join('_').replaceAll('.', '_');
}

/** `name="…"`, unless the naming convention gives that name. */
export const nameUnless = (conventional: boolean, name: string): string | undefined =>
  conventional ? undefined : `name=${pythonString(name)}`;

/** Actions of a foreign key and when it is checked, as keyword arguments. */
export const actions = (key: ForeignKey): string =>
  call(
    key.onUpdate === undefined ? undefined : `onupdate=${pythonString(key.onUpdate)}`,
    key.onDelete === undefined ? undefined : `ondelete=${pythonString(key.onDelete)}`,
    key.deferrable === undefined ? undefined : 'deferrable=True',
    key.deferrable === 'deferred' ? 'initially="DEFERRED"' : undefined,
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
  it.columns.length === 1 &&
  !isPartial(it) &&
  isConventional(it.name, 'uq', [table.name, ...it.columns.map(({ name }) => name)]);

/** Whether `primary_key=True` on the columns says it all. */
export function isColumnKey(table: Table): boolean {
  const { name, columns } = table.primaryKey;
  const inOrder = table.columns.filter((it) => it.primaryKey);
  return isConventional(name, 'pk', [table.name]) && columns.every((it, i) => it === inOrder[i]);
}

/** `comment=…`, which the database keeps with a table or a column. */
export const commentOf = ({ description }: Pick<Table | Column, 'description'>): string | undefined =>
  description === undefined ? undefined : `comment=${commentLiteral(description)}`;

/** Whether SQLAlchemy must be told not to number a key: it would number every kind of number by itself. */
export const isNotNumbered = (column: Column, table: Table): boolean =>
  column.primaryKey &&
  table.primaryKey.columns.length === 1 &&
  NUMBERS.has(column.type.kind) &&
  !column.autoincrement &&
  column.foreignKeys.length === 0;

const NUMBERS: ReadonlySet<Column['type']['kind']> = new Set(['integer', 'decimal', 'float']);
