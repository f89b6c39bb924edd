import type { Check, Column, Model, Table, Unique } from '../../model/model.ts';
import { flatName, namespaceOf } from '../../schema/namespaces.ts';
import { commentLiteral, pythonString } from '../literals.ts';
import {
  call,
  columnNames,
  foreignKeyConstraint,
  isColumnKey,
  isColumnUnique,
  isConventional,
  isPartial,
  nameUnless,
  partOf,
} from './constraints.ts';
import { databaseChecks } from './enum-checks.ts';
import { exclusionCall, indexArgument, isColumnIndex } from './indexes.ts';
import { tsqlCast } from './tsql-cast.ts';

/** What stands in `__table_args__` of a model. */
export function tableArguments(table: Table, model: Model): readonly string[] {
  const items = tableItems(table, model);
  const shared = sharedOptions(model);
  const own = tableOptions(table).map(([name, value]) => `"${name}": ${value}`);
  if (own.length > 0) return [...items, `{${[...own, ...shared].join(', ')}}`];
  // The base class has the shared ones for a table that has nothing else.
  return items.length === 0 ? [] : [...items, ...shared.map((it) => it.replace('**', ''))];
}

/** Options that all tables of a project have: on MySQL how text compares, whatever the server's default is. */
export const sharedOptions = ({ project }: Model): readonly string[] =>
  project.dbType === 'mysql' ? ['**TABLE_OPTIONS'] : [];

/** Keyword arguments of the `sa.Table` of a table. */
export function tableOptions(table: Table): readonly (readonly [name: string, value: string])[] {
  const namespace = namespaceOf(table.name);
  return [
    ...(namespace === undefined ? [] : [['schema', pythonString(namespace)] as const]),
    ...(table.description === undefined ? [] : [['comment', commentLiteral(table.description)] as const]),
    ...(table.view === undefined ? [] : [['info', '{"is_view": True}'] as const]),
  ];
}

/** The keys, constraints and indexes of a table that are not said at a column. */
export function tableItems(table: Table, model: Model): readonly string[] {
  const key = `sa.PrimaryKeyConstraint(${columnNames(table.primaryKey.columns)}, name=${pythonString(table.primaryKey.name)})`;
  return [
    ...(isColumnKey(table) ? [] : [key]),
    ...table.foreignKeys.filter((it) => it.columns.length > 1).map(foreignKeyConstraint),
    ...table.uniques.filter((it) => !isColumnUnique(table, it)).map((it) => uniqueArgument(table, it, model)),
    ...databaseChecks(table, model).map((it) => checkArgument(table, it)),
    ...table.exclusions.map(
      (it) => `${exclusionCall(it, pythonString(it.name))}.ddl_if(dialect="postgresql")`,
    ),
    ...table.indexes.filter((it) => !isColumnIndex(table, it)).map((it) => indexArgument(table, it, model)),
  ];
}

/** SQLite need not understand a check that BackBone does not read. */
function checkArgument(table: Table, it: Check): string {
  const prefix = `ck_${flatName(table.name)}_`;
  const isPrefixed = it.name.startsWith(prefix) && it.name.length > prefix.length;
  const name = isPrefixed
    ? pythonString(it.name.slice(prefix.length))
    : `sa.schema.conv(${pythonString(it.name)})`;
  const only = it.onlyOn === undefined ? undefined : `info={"dialect": "${it.onlyOn}"}`;
  const constraint = `sa.CheckConstraint(${call(checkSql(it), `name=${name}`, only)})`;
  return only === undefined ? constraint : `${constraint}.ddl_if(dialect="${it.onlyOn}")`;
}

/** The SQL of a check in a model. */
const checkSql = ({ sql, onServer }: Check): string =>
  onServer === undefined ? checkText({ sql }) : sqlByDialect(onServer, sql);

const sqlByDialect = (own: string, other: string): string =>
  `sql_by_dialect(${pythonString(own)}, ${pythonString(other)})`;

/** The SQL of a check; a colon would start a bound parameter. */
export const checkText = ({ sql }: Pick<Check, 'sql'>): string => pythonString(sql.replaceAll(':', '\\:'));

function uniqueArgument(table: Table, it: Unique, model: Model): string {
  if (isPartial(it))
    return `sa.Index(${call(pythonString(it.name), columnNames(it.columns), 'unique=True', partOf(it, model))})`;
  const names = it.columns.map(({ name }) => name);
  const conventional = isConventional(it.name, 'uq', [table.name, ...names]);
  return `sa.UniqueConstraint(${call(columnNames(it.columns), nameUnless(conventional, it.name))})`;
}

/** What a generated column is computed from, in a model or, where the dialect is asked, in the migration. */
export function computedArgument(
  { generated, type }: Column,
  place: 'model' | 'migration',
  { project }: Model,
): string | undefined {
  if (generated === undefined) return undefined;
  const { sql, onlyOn } = generated;
  const persisted = `persisted=${generated.stored ? 'True' : 'False'}`;
  // A computed column of SQL Server has the type of its expression.
  const own = project.dbType === 'mssql' ? tsqlCast(generated.onServer ?? sql, type) : undefined;
  const words =
    onlyOn === undefined ? computedSql(sql, own, place) : computedThere(own ?? sql, onlyOn, place);
  return `sa.Computed(${words}, ${persisted})`;
}

function computedSql(sql: string, own: string | undefined, place: 'model' | 'migration'): string {
  if (own === undefined) return checkText({ sql });
  return place === 'model' ? sqlByDialect(own, sql) : eitherSql(own, sql, 'mssql');
}

/** SQLite holds NULL in place of what only the server computes. */
const computedThere = (sql: string, dialect: string, place: 'model' | 'migration'): string =>
  place === 'model' ? `server_only(${pythonString(sql)})` : eitherSql(sql, 'NULL', dialect);

/** SQL in a migration that asks where it runs. */
export const eitherSql = (own: string, other: string, dialect: string): string =>
  `${checkText({ sql: own })} if on_${dialect} else ${checkText({ sql: other })}`;
