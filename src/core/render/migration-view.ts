import { tablesInCreationOrder } from '../model/lock.ts';
import type { Association, Check, Column, ForeignKey, Index, Model, Table, Unique } from '../model/model.ts';
import { tableNamed, targetTable } from '../model/references.ts';
import { pick } from '../model/table-draft.ts';
import { pythonString } from './literals.ts';
import { enumsOf } from './model-view.ts';
import {
  actions,
  call,
  checkText,
  columnNames,
  isNotNumbered,
  NOT_DELETED,
  strings,
  targetsOf,
} from './python/constraints.ts';
import { defaultOf } from './python/defaults.ts';
import { enumVariable, numberedWords, wordsOf } from './python/types.ts';
import type { TemplateView } from './strict-mustache.ts';

/** What the template of the first migration mentions. */
export function migrationView(model: Model): TemplateView {
  const tables = tablesInCreationOrder(model).map((it) => createTable(it, model));
  const enums = model.tables.flatMap(enumsOf).map((it) => ({
    variable: enumVariable(it.name),
    labels: strings(it.members.map((member) => member.value)),
    enumLiteral: pythonString(it.name),
  }));
  const cyclic = model.tables.flatMap((it) => it.foreignKeys.filter((key) => key.useAlter)).map(lateKey);
  const usesUuid = model.tables.some((it) =>
    it.columns.some((column) => column.serverDefault?.kind === 'uuid'),
  );
  return {
    createdTables: tables,
    droppedTables: tables.toReversed(),
    hasEnums: enums.length > 0,
    createdEnums: enums,
    droppedEnums: enums.toReversed(),
    hasCycles: cyclic.length > 0,
    createdKeys: cyclic,
    droppedKeys: cyclic.toReversed(),
    usesUuid,
    asksDialectUp: enums.length > 0 || cyclic.length > 0 || usesUuid || hasPostgresqlChecks(model),
    asksDialectDown: enums.length > 0 || cyclic.length > 0,
  };
}

const named = (name: string): string => `op.f(${pythonString(name)})`;

function createTable(name: string, model: Model): TemplateView {
  const table = tableNamed(name, model);
  const association = model.associations.find((it) => it.name === name);
  const indexes = table === undefined ? [] : indexesOf(table);
  return {
    tableLiteral: pythonString(name),
    items: table === undefined ? associationItems(association, model) : tableItems(table, model),
    createdIndexes: indexes,
    droppedIndexes: indexes.toReversed(),
  };
}

function tableItems(table: Table, model: Model): readonly string[] {
  return [
    ...table.columns.map((it) => columnItem(it, table, model)),
    ...table.foreignKeys.map((it) =>
      it.useAlter ? `*([] if on_postgresql else [${foreignKeyItem(it)}])` : foreignKeyItem(it),
    ),
    `sa.PrimaryKeyConstraint(${columnNames(table.primaryKey.columns)}, name=${named(table.primaryKey.name)})`,
    ...table.uniques
      .filter((it) => !it.onlyNotDeleted)
      .map((it) => `sa.UniqueConstraint(${columnNames(it.columns)}, name=${named(it.name)})`),
    ...table.checks.map(checkItem),
  ];
}

function checkItem(it: Check): string {
  const item = `sa.CheckConstraint(${checkText(it)}, name=${named(it.name)})`;
  return it.onPostgresqlOnly ? `*([${item}] if on_postgresql else [])` : item;
}

function columnItem(column: Column, table: Table, model: Model): string {
  const words = defaultOf(column);
  const args = call(
    pythonString(column.name),
    typeItem(column, model),
    column.autoincrement ? 'sa.Identity()' : undefined,
    words === undefined ? undefined : `server_default=${words.migration}`,
    `nullable=${column.nullable ? 'True' : 'False'}`,
    isNotNumbered(column, table) ? 'autoincrement=False' : undefined,
  );
  return `sa.Column(${args})`;
}

const typeItem = (column: Column, model: Model): string =>
  numberedWords(column, model)?.migration ?? wordsOf(column.type).migration;

function foreignKeyItem(key: ForeignKey): string {
  const args = call(
    `[${strings(key.columns)}]`,
    `[${strings(targetsOf(key))}]`,
    `name=${named(key.name)}`,
    actions(key),
  );
  return `sa.ForeignKeyConstraint(${args})`;
}

function lateKey(key: ForeignKey): TemplateView {
  const create = call(
    named(key.name),
    pythonString(key.table),
    pythonString(key.targetTable),
    `[${strings(key.columns)}]`,
    `[${strings(key.targetColumns)}]`,
    actions(key),
  );
  return { createKey: create, dropKey: call(named(key.name), pythonString(key.table), 'type_="foreignkey"') };
}

function indexesOf(table: Table): readonly TemplateView[] {
  const partial = table.uniques
    .filter((it) => it.onlyNotDeleted)
    .map((it) => indexItem(table, it, call('unique=True', NOT_DELETED)));
  return [...partial, ...table.indexes.map((it) => indexItem(table, it, it.unique ? 'unique=True' : ''))];
}

function indexItem(table: Table, it: Index | Unique, options: string): TemplateView {
  const args = call(named(it.name), pythonString(table.name), `[${columnNames(it.columns)}]`, options);
  return { createIndex: args, dropIndex: call(named(it.name), `table_name=${pythonString(table.name)}`) };
}

function associationItems(association: Association | undefined, model: Model): readonly string[] {
  if (association === undefined) return [];
  return [
    ...association.foreignKeys.flatMap((key) => associationColumns(key, model)),
    ...association.foreignKeys.map(foreignKeyItem),
    `sa.PrimaryKeyConstraint(${strings(association.columns)}, name=${named(association.primaryKeyName)})`,
  ];
}

const associationColumns = (key: ForeignKey, model: Model): readonly string[] =>
  pick(targetTable(key, model)?.columns ?? [], key.targetColumns).map(
    (it, i) => `sa.Column(${pythonString(key.columns[i] ?? '')}, ${typeItem(it, model)}, nullable=False)`,
  );

/** Whether some check is made on PostgreSQL alone. */
export const hasPostgresqlChecks = ({ tables }: Model): boolean =>
  tables.some((it) => it.checks.some((check) => check.onPostgresqlOnly));
