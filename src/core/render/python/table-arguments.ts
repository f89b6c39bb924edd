import type { Generated } from '../../model/column-values.ts';
import type { Check, Model, Table, Unique } from '../../model/model.ts';
import { flatName, namespaceOf } from '../../schema/namespaces.ts';
import { commentLiteral, pythonString } from '../literals.ts';
import {
  call,
  columnNames,
  foreignKeyConstraint,
  isColumnKey,
  isColumnUnique,
  isConventional,
  NOT_DELETED,
  nameUnless,
} from './constraints.ts';
import { exclusionCall, indexArgument, isColumnIndex } from './indexes.ts';

/** What stands in `__table_args__` of a model. */
export function tableArguments(table: Table, model: Model): readonly string[] {
  const items = tableItems(table);
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
export function tableItems(table: Table): readonly string[] {
  const key = `sa.PrimaryKeyConstraint(${columnNames(table.primaryKey.columns)}, name=${pythonString(table.primaryKey.name)})`;
  return [
    ...(isColumnKey(table) ? [] : [key]),
    ...table.foreignKeys.filter((it) => it.columns.length > 1).map(foreignKeyConstraint),
    ...table.uniques.filter((it) => !isColumnUnique(table, it)).map((it) => uniqueArgument(table, it)),
    ...table.checks.map((it) => checkArgument(table, it)),
    ...table.exclusions.map(
      (it) => `${exclusionCall(it, pythonString(it.name))}.ddl_if(dialect="postgresql")`,
    ),
    ...table.indexes.filter((it) => !isColumnIndex(table, it)).map((it) => indexArgument(table, it)),
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
  const constraint = `sa.CheckConstraint(${call(checkText(it), `name=${name}`, only)})`;
  return only === undefined ? constraint : `${constraint}.ddl_if(dialect="${it.onlyOn}")`;
}

/** The SQL of a check; a colon would start a bound parameter. */
export const checkText = ({ sql }: Pick<Check, 'sql'>): string => pythonString(sql.replaceAll(':', '\\:'));

function uniqueArgument(table: Table, it: Unique): string {
  if (it.onlyNotDeleted)
    return `sa.Index(${call(pythonString(it.name), columnNames(it.columns), 'unique=True', NOT_DELETED)})`;
  const names = it.columns.map(({ name }) => name);
  const conventional = isConventional(it.name, 'uq', [table.name, ...names]);
  return `sa.UniqueConstraint(${call(columnNames(it.columns), nameUnless(conventional, it.name))})`;
}

/** What a generated column is computed from, in a model or, where the dialect is asked, in the migration. */
export function computedArgument(
  it: Generated | undefined,
  place: 'model' | 'migration',
): string | undefined {
  if (it === undefined) return undefined;
  const persisted = `persisted=${it.stored ? 'True' : 'False'}`;
  if (it.onlyOn === undefined) return `sa.Computed(${checkText(it)}, ${persisted})`;
  return place === 'model'
    ? `sa.Computed(server_only(${pythonString(it.sql)}), ${persisted})`
    : `sa.Computed(${checkText(it)} if on_${it.onlyOn} else "NULL", ${persisted})`;
}
