import type { Column, Model, Table } from './model.ts';
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
    `      "columns": ${lines(table.columns.map(columnLine))},`,
    `      "primaryKey": ${JSON.stringify({ name: table.primaryKey.name, columns: names(table.primaryKey.columns) })},`,
    `      "uniques": ${lines(table.uniques.map((it) => ({ ...it, columns: names(it.columns) })))},`,
    `      "indexes": ${lines(table.indexes.map((it) => ({ ...it, columns: names(it.columns) })))},`,
    `      "foreignKeys": ${lines(table.foreignKeys)},`,
    `      "checks": ${lines(table.checks.map(({ name, sql }) => ({ name, sql })))}`,
    '    }',
  ].join('\n');
}

const names = (columns: readonly Column[]): readonly string[] => columns.map((it) => it.name);

function columnLine(column: Column): unknown {
  const { name, type, nullable, autoincrement, serverDefault } = column;
  return { id: name, name, type, nullable, autoincrement, default: column.default?.value, serverDefault };
}

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
