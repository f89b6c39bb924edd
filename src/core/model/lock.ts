import type { Generated } from './column-values.ts';
import type { Column, Exclusion, Index, IndexElement, Model, Table, Unique } from './model.ts';
import { creationOrder } from './order.ts';

/**
 * The canonical text of a model, kept beside the generated code: one line for each column, stable ids, sorted as
 * the schema is. It changes only when the database changes, and later migrations are made from its difference.
 */
export function lockText(model: Model): string {
  const tables = model.tables.map(tableText).join(',\n');
  const associations = model.associations.map((it) => `    ${JSON.stringify(it)}`).join(',\n');
  return [
    '{',
    '  "version": 1,',
    `  "database": ${JSON.stringify(model.project.dbType)},`,
    `  "enums": ${JSON.stringify(model.enums.map(({ type: { name, namespace, members } }) => ({ name, namespace, values: members.map((it) => it.value) })))},`,
    `  "tables": [\n${tables}\n  ],`,
    `  "associations": [${associations === '' ? '' : `\n${associations}\n  `}]`,
    '}\n',
  ].join('\n');
}

function tableText(table: Table): string {
  const lines = (items: readonly unknown[]): string =>
    items.length === 0
      ? '[]'
      : `[\n${items.map((it) => `        ${JSON.stringify(it)}`).join(',\n')}\n      ]`;
  return [
    '    {',
    `      "id": ${JSON.stringify(table.name)},`,
    `      "name": ${JSON.stringify(table.name)},`,
    ...(table.description === undefined
      ? []
      : [`      "description": ${JSON.stringify(table.description)},`]),
    ...(table.view === undefined ? [] : [`      "view": ${JSON.stringify(table.view)},`]),
    `      "columns": ${lines(table.columns.map(columnLine))},`,
    `      "primaryKey": ${JSON.stringify(keyLine(table))},`,
    `      "uniques": ${lines(table.uniques.map(uniqueLine))},`,
    `      "indexes": ${lines(table.indexes.map(indexLine))},`,
    ...(table.exclusions.length === 0
      ? []
      : [`      "exclusions": ${lines(table.exclusions.map(exclusionLine))},`]),
    `      "foreignKeys": ${lines(table.foreignKeys)},`,
    `      "checks": ${lines(table.checks.map(({ name, sql }) => ({ name, sql })))}`,
    '    }',
  ].join('\n');
}

const keyLine = ({ primaryKey: { name, columns } }: Table): unknown =>
  columns.length === 0 ? null : { name, columns: names(columns) };

const names = (columns: readonly Column[]): readonly string[] => columns.map((it) => it.name);

const someNames = (columns: readonly Column[]): readonly string[] | undefined =>
  columns.length > 0 ? names(columns) : undefined;

const uniqueLine = ({ filled, ...it }: Unique): unknown => ({
  ...it,
  columns: names(it.columns),
  filled: someNames(filled),
});

/** What an index does not have is not written. */
function indexLine(it: Index): unknown {
  return {
    name: it.name,
    columns: it.elements.map(elementLine),
    unique: it.unique,
    nullsNotDistinct: it.nullsNotDistinct || undefined,
    filled: someNames(it.filled),
    method: it.method,
    where: it.where?.sql,
    include: someNames(it.include),
  };
}

const exclusionLine = ({ name, method, elements, where }: Exclusion): unknown => ({
  name,
  method,
  elements: elements.map((it) => ({
    name: it.column?.name,
    expression: it.computed?.sql,
    with: it.operator,
  })),
  where: where?.sql,
});

function elementLine({ column, computed, descending, nulls, opclass }: IndexElement): unknown {
  if (column !== undefined && !descending && nulls === undefined && opclass === undefined) return column.name;
  return { name: column?.name, expression: computed?.sql, descending, nulls, opclass };
}

function columnLine(column: Column): unknown {
  const { name, type, nullable, autoincrement, serverDefault, sequence, description } = column;
  // The usual form of a numbered key is not written.
  const identity = autoincrement && column.identity === 'by_default' ? undefined : column.identity;
  const generated = column.generated === undefined ? undefined : pickSql(column.generated);
  const value = column.default?.value;
  return {
    id: name,
    name,
    type,
    nullable,
    autoincrement,
    identity,
    sequence,
    default: value,
    serverDefault,
    generated,
    description,
  };
}

const pickSql = ({ sql, stored }: Generated) => ({ sql, stored });

/** Every table of the database in an order in which they can be created. */
export function tablesInCreationOrder(model: Model): readonly string[] {
  const keys = [
    ...model.tables.flatMap((it) => it.foreignKeys),
    ...model.associations.flatMap((it) => it.foreignKeys),
  ];
  return creationOrder(
    [...model.tables, ...model.associations].map((it) => it.name),
    keys,
  );
}
