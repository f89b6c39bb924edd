import { type Part, type TableView, texts } from '../schema/view.ts';
import { isKeyColumn } from './nullability.ts';
import { columnLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { type TypedColumn, typedColumns } from './typed-columns.ts';

/** BB325: JSON where values have to be compared. */
export const jsonKey: Rule = {
  code: 'BB325',
  name: 'json-key',
  severity: 'error',
  summary:
    'A JSON column in a primary key, or a column of the type `JSON` in a unique or index, which PostgreSQL refuses.',
  check: (view) =>
    typedColumns(view)
      .filter((it) => it.kind === 'json')
      .flatMap((it) => [
        ...inKey(it),
        ...(it.typed.type === 'JSON' && view.dbType === 'postgresql' ? inIndex(it) : []),
      ]),
};

function inKey({ table, column }: TypedColumn): readonly RuleFinding[] {
  if (!isKeyColumn(table, column)) return [];
  const message = `${columnLabel(column)} is JSON, which cannot be a primary key`;
  return [{ ...valueAt(column, column.primaryKey ? 'primary_key' : 'name'), message }];
}

function inIndex({ table, column }: TypedColumn): readonly RuleFinding[] {
  const message = `${columnLabel(column)} cannot be unique or indexed: PostgreSQL does not compare values of the type JSON; use "JSONB"`;
  const own = (['unique', 'index'] as const)
    .filter((it) => column.raw[it] === true)
    .map((it) => valueAt(column, it));
  return [...own, ...mentions(table, column.name ?? '')].map((it) => ({ ...it, message }));
}

/** Where the constraints and indexes of a table name a column. */
function mentions(table: TableView, name: string) {
  const parts: readonly Part[] = [
    ...table.constraints.filter((it) => it.raw.type === 'unique'),
    ...table.indexes,
  ];
  return parts.flatMap((part) =>
    texts(part.raw.columns)
      .filter((it) => it.text === name)
      .map((it) => valueAt(part, 'columns', it.index)),
  );
}
