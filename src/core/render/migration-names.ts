import type { ForeignKey, Model } from '../model/model.ts';
import { namespaceOf, ownName } from '../schema/namespaces.ts';
import { pythonString } from './literals.ts';
import { strings, targetsOf } from './python/constraints.ts';
import type { TemplateView } from './strict-mustache.ts';

/** Every namespace of the database, in the order of the tables. */
export const namespacesOf = (model: Model): readonly string[] => [
  ...new Set(model.tables.flatMap((it) => namespaceOf(it.name) ?? [])),
];

/** What the templates mention of them. */
export const namespacesView = (
  namespaces: readonly string[],
  dbType: Model['project']['dbType'],
): TemplateView => ({
  hasNamespaces: namespaces.length > 0,
  namespaces: namespaces.map(pythonString).join(', '),
  createdSchemas: namespaces.map((it) =>
    statement(dbType === 'mssql' ? CREATE.mssql(it) : CREATE.postgresql(it)),
  ),
  droppedSchemas: namespaces
    .toReversed()
    .map((it) => statement(dbType === 'mssql' ? DROP.mssql(it) : DROP.postgresql(it))),
});

/** A statement as text, where a colon would start a bound parameter. */
const statement = (sql: string): string => pythonString(sql.replaceAll(':', '\\:'));

const bracketed = (name: string): string => `[${name.replaceAll(']', ']]')}]`;

/** No name of the schema has a quote. */
const CREATE = {
  postgresql: (it: string) => `CREATE SCHEMA IF NOT EXISTS "${it}"`,
  // It must be alone in its batch.
  mssql: (it: string) => `IF SCHEMA_ID(N'${it}') IS NULL EXEC(N'CREATE SCHEMA ${bracketed(it)}')`,
};

const DROP = {
  postgresql: (it: string) =>
    `DO 'BEGIN DROP SCHEMA "${it}"; EXCEPTION WHEN dependent_objects_still_exist THEN NULL; END'`,
  mssql: (it: string) =>
    `IF NOT EXISTS (SELECT 1 FROM sys.objects WHERE schema_id = SCHEMA_ID(N'${it}')) DROP SCHEMA ${bracketed(it)}`,
};

/** The name of a table: one in a namespace has another where there are no schemas. */
export function tableIn(table: string): string {
  const namespace = namespaceOf(table);
  return namespace === undefined
    ? pythonString(table)
    : `named(${pythonString(namespace)}, ${pythonString(ownName(table))})`;
}

/** The schema of a table as an argument; undefined where it has no namespace. */
export function schemaOf(table: string, option = 'schema'): string | undefined {
  const namespace = namespaceOf(table);
  return namespace === undefined ? undefined : `${option}=schema_of(${pythonString(namespace)})`;
}

/** The columns that a key references. */
export function targetsIn(key: ForeignKey): string {
  if (namespaceOf(key.targetTable) === undefined) return strings(targetsOf(key));
  return key.targetColumns
    .map((it) => `target(${schemaArguments(key.targetTable)}, ${pythonString(it)})`)
    .join(', ');
}

const schemaArguments = (table: string): string => strings([namespaceOf(table) ?? '', ownName(table)]);
