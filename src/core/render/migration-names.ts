import type { ForeignKey, Model } from '../model/model.ts';
import { namespaceOf, ownName } from '../schema/namespaces.ts';
import { pythonString } from './literals.ts';
import { strings, targetsOf } from './python/constraints.ts';
import type { TemplateView } from './strict-mustache.ts';

/** The namespaces of tables, in their order. */
const namespacesOfTables = (model: Model): readonly string[] =>
  model.tables.flatMap((it) => namespaceOf(it.name) ?? []);

/** Every namespace of the database: those of tables, then those of enums and sequences. */
export const namespacesOf = (model: Model): readonly string[] => [
  ...new Set([
    ...namespacesOfTables(model),
    ...model.enums.flatMap((it) => it.type.namespace ?? []),
    ...sequencesOf(model).flatMap((it) => namespaceOf(it) ?? []),
  ]),
];

/** Every sequence, in the order of the columns. */
export const sequencesOf = ({ tables }: Model): readonly string[] => [
  ...new Set(tables.flatMap((it) => it.columns.flatMap((column) => column.sequence ?? []))),
];

/** What the templates mention of them. */
export const namespacesView = (model: Model, namespaces: readonly string[]): TemplateView => ({
  hasNamespaces: namespacesOfTables(model).length > 0,
  hasSchemas: namespaces.length > 0,
  namespaces: namespaces.map(pythonString).join(', '),
  createdSchemas: namespaces.map((it) =>
    statement(model.project.dbType === 'mssql' ? CREATE.mssql(it) : CREATE.postgresql(it)),
  ),
  droppedSchemas: namespaces
    .toReversed()
    .map((it) => statement(model.project.dbType === 'mssql' ? DROP.mssql(it) : DROP.postgresql(it))),
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
