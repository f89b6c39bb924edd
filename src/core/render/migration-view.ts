import { tablesInCreationOrder } from '../model/lock.ts';
import type { Association, Check, Column, ForeignKey, Index, Model, Table, Unique } from '../model/model.ts';
import { isMapped, tableNamed, targetTable } from '../model/references.ts';
import { pick } from '../model/table-draft.ts';
import { extensionsOf } from './extensions.ts';
import { pythonString } from './literals.ts';
import {
  namespacesOf,
  namespacesView,
  schemaOf,
  sequencesOf,
  tableIn,
  targetsIn,
} from './migration-names.ts';
import { enumTypes, textUses } from './migration-types.ts';
import {
  actions,
  call,
  columnNames,
  commentOf,
  isNotNumbered,
  isPartial,
  partOf,
  strings,
} from './python/constraints.ts';
import { isByDialect } from './python/defaults.ts';
import { defaultWords, typeWords } from './python/dialect-words.ts';
import { databaseChecks } from './python/enum-checks.ts';
import { createdIndex, exclusionCall } from './python/indexes.ts';
import { identityCall, sequenceCall } from './python/numbering.ts';
import { checkText, computedArgument, eitherSql } from './python/table-arguments.ts';
import { numberedWords } from './python/types.ts';
import { serverOf } from './server.ts';
import type { TemplateView } from './strict-mustache.ts';
import { viewsView } from './views-view.ts';

/** What the template of the first migration mentions. */
export function migrationView(model: Model): TemplateView {
  const tables = createdTables(model);
  const enums = enumTypes(model);
  const cyclic = model.tables.flatMap((it) => it.foreignKeys.filter((key) => key.useAlter)).map(lateKey);
  const { dialect } = serverOf(model.project);
  const onPostgresql = dialect === 'postgresql';
  const makesEnums = onPostgresql && enums.length > 0;
  const makesUuids = dialect !== 'mysql' && hasUuidDefaults(model);
  const extensions = extensionsOf(model);
  const hasPostgresqlIndexes = model.tables.some((it) =>
    it.indexes.some(({ onPostgresqlOnly }) => onPostgresqlOnly),
  );
  const namespaces = namespacesOf(model);
  const sequences = sequencesOf(model);
  const views = viewsView(model, (it) => createTable(it.name, model));
  const asks =
    makesEnums ||
    views.hasStandIns === true ||
    [namespaces, sequences, cyclic, extensions].some((it) => it.length > 0);
  return {
    ...textUses([...tables, ...(views.standIns as readonly TemplateView[])]),
    createdTables: tables,
    droppedTables: tables.toReversed(),
    hasEnums: enums.length > 0,
    makesEnums,
    createdEnums: enums,
    droppedEnums: enums.toReversed(),
    hasCycles: cyclic.length > 0,
    createdKeys: cyclic,
    droppedKeys: cyclic.toReversed(),
    makesUuids,
    hasExtensions: extensions.length > 0,
    extensions,
    droppedExtensions: extensions.toReversed(),
    ...views,
    ...namespacesView(model, namespaces),
    createdSequences: sequences.map(sequenceCall),
    droppedSequences: sequences.toReversed().map(sequenceCall),
    asksDialectUp: asks || makesUuids || views.hasViewComments === true || hasPartsByDialect(model),
    asksDialectDown: asks || hasPostgresqlIndexes,
  };
}

/** The tables without the views, each after those that it references. */
const createdTables = (model: Model): readonly TemplateView[] =>
  tablesInCreationOrder(model)
    .filter((it) => tableNamed(it, model)?.view === undefined)
    .map((it) => createTable(it, model));

const hasUuidDefaults = ({ tables }: Model): boolean =>
  tables.some((it) => it.columns.some((column) => column.serverDefault?.kind === 'uuid'));

/** Text compares by its characters, as on every other database, whatever the server's default is. */
const MYSQL_TEXT = 'mysql_charset="utf8mb4", mysql_collate="utf8mb4_bin", mysql_engine="InnoDB"';

const hasPartsByDialect = (model: Model): boolean =>
  [hasDefaultsByDialect, hasSqlByDialect, hasServerParts, hasServerColumns, hasExclusions].some((it) =>
    it(model),
  );

/** Whether the server has some default in a form of its own. */
const hasDefaultsByDialect = (model: Model): boolean =>
  model.tables.some((it) => it.columns.some((column) => isByDialect(defaultWords(column, model))));

/** Whether the server writes the expression of some check or column in its own way. */
const hasSqlByDialect = (model: Model): boolean =>
  model.tables.some(
    (it) =>
      databaseChecks(it, model).some((check) => check.onServer !== undefined) ||
      (model.project.dbType === 'mssql' && it.columns.some((column) => column.generated !== undefined)),
  );

const named = (name: string): string => `op.f(${pythonString(name)})`;

function createTable(name: string, model: Model): TemplateView {
  const table = tableNamed(name, model);
  const association = model.associations.find((it) => it.name === name);
  const indexes = table === undefined ? [] : indexesOf(table, model);
  const onPostgresql = table?.indexes.filter((it) => it.onPostgresqlOnly) ?? [];
  return {
    createdName: tableIn(name),
    droppedTable: call(tableIn(name), schemaOf(name)),
    items: [
      ...(table === undefined ? associationItems(association, model) : tableItems(table, model)),
      ...[schemaOf(name) ?? []].flat(),
    ],
    createdIndexes: indexes,
    droppedIndexes: indexes.toReversed(),
    hasPostgresqlIndexes: onPostgresql.length > 0,
    createdOnPostgresql: onPostgresql.map((it) => indexItem(name, it, createdIndex(it, model))),
    droppedOnPostgresql: onPostgresql.map((it) => indexItem(name, it, '')).toReversed(),
  };
}

function tableItems(table: Table, model: Model): readonly string[] {
  return [
    ...table.columns.map((it) => columnItem(it, table, model)),
    ...table.foreignKeys.map((it) =>
      it.useAlter
        ? `*([] if on_${serverOf(model.project).dialect} else [${foreignKeyItem(it)}])`
        : foreignKeyItem(it),
    ),
    ...(isMapped(table)
      ? [
          `sa.PrimaryKeyConstraint(${columnNames(table.primaryKey.columns)}, name=${named(table.primaryKey.name)})`,
        ]
      : []),
    ...table.uniques
      .filter((it) => !isPartial(it))
      .map((it) => `sa.UniqueConstraint(${columnNames(it.columns)}, name=${named(it.name)})`),
    ...databaseChecks(table, model).map((it) => checkItem(it, model)),
    ...table.exclusions.map((it) => `*([${exclusionCall(it, named(it.name))}] if on_postgresql else [])`),
    ...[commentOf(table) ?? []].flat(),
    ...(model.project.dbType === 'mysql' ? [MYSQL_TEXT] : []),
  ];
}

function checkItem(it: Check, model: Model): string {
  const { onServer, sql } = it;
  const text =
    onServer === undefined ? checkText({ sql }) : eitherSql(onServer, sql, serverOf(model.project).dialect);
  const item = `sa.CheckConstraint(${text}, name=${named(it.name)})`;
  return it.onlyOn === undefined ? item : `*([${item}] if on_${it.onlyOn} else [])`;
}

function columnItem(column: Column, table: Table, model: Model): string {
  const words = defaultWords(column, model);
  const args = call(
    pythonString(column.name),
    typeItem(column, model),
    identityCall(column),
    computedArgument(column, 'migration', model),
    words?.migration === undefined ? undefined : `server_default=${words.migration}`,
    `nullable=${column.nullable ? 'True' : 'False'}`,
    isNotNumbered(column, table) ? 'autoincrement=False' : undefined,
    commentOf(column),
  );
  return `sa.Column(${args})`;
}

const typeItem = (column: Column, model: Model): string =>
  numberedWords(column, model)?.migration ?? typeWords(column, model).migration;

function foreignKeyItem(key: ForeignKey): string {
  const args = call(
    `[${strings(key.columns)}]`,
    `[${targetsIn(key)}]`,
    `name=${named(key.name)}`,
    actions(key),
  );
  return `sa.ForeignKeyConstraint(${args})`;
}

function lateKey(key: ForeignKey): TemplateView {
  const create = call(
    named(key.name),
    tableIn(key.table),
    tableIn(key.targetTable),
    `[${strings(key.columns)}]`,
    `[${strings(key.targetColumns)}]`,
    actions(key),
    schemaOf(key.table, 'source_schema'),
    schemaOf(key.targetTable, 'referent_schema'),
  );
  return {
    createKey: create,
    dropKey: call(named(key.name), tableIn(key.table), 'type_="foreignkey"', schemaOf(key.table)),
  };
}

function indexesOf({ name, uniques, indexes }: Table, model: Model): readonly TemplateView[] {
  const partial = uniques
    .filter(isPartial)
    .map((it) => indexItem(name, it, call(`[${columnNames(it.columns)}]`, 'unique=True', partOf(it, model))));
  const everywhere = indexes.filter((it) => !it.onPostgresqlOnly);
  return [...partial, ...everywhere.map((it) => indexItem(name, it, createdIndex(it, model)))];
}

const indexItem = (table: string, { name }: Index | Unique, created: string): TemplateView => ({
  createIndex: call(named(name), tableIn(table), created, schemaOf(table)),
  dropIndex: call(named(name), `table_name=${tableIn(table)}`, schemaOf(table)),
});

function associationItems(association: Association | undefined, model: Model): readonly string[] {
  if (association === undefined) return [];
  return [
    ...association.foreignKeys.flatMap((key) => associationColumns(key, model)),
    ...association.foreignKeys.map(foreignKeyItem),
    `sa.PrimaryKeyConstraint(${strings(association.columns)}, name=${named(association.primaryKeyName)})`,
    ...(model.project.dbType === 'mysql' ? [MYSQL_TEXT] : []),
  ];
}

const associationColumns = (key: ForeignKey, model: Model): readonly string[] =>
  pick(targetTable(key, model)?.columns ?? [], key.targetColumns).map(
    (it, i) => `sa.Column(${pythonString(key.columns[i] ?? '')}, ${typeItem(it, model)}, nullable=False)`,
  );

/** Whether some check or index is made on the project's own database alone. */
export const hasServerParts = ({ tables }: Model): boolean =>
  tables.some(
    (it) =>
      it.checks.some((check) => check.onlyOn !== undefined) ||
      it.indexes.some((index) => index.onPostgresqlOnly),
  );

/** Whether some table has exclusions, which PostgreSQL alone makes. */
export const hasExclusions = ({ tables }: Model): boolean => tables.some((it) => it.exclusions.length > 0);

/** Whether some column is computed on the project's own database alone. */
const hasServerColumns = ({ tables }: Model): boolean =>
  tables.some((it) => it.columns.some((column) => column.generated?.onlyOn !== undefined));
