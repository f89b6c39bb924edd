import type { ValueKind } from '../schema/column-types.ts';
import { type TableView, texts } from '../schema/view.ts';
import { isKeyColumn } from './nullability.ts';
import { columnLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { type TypedColumn, typedColumns } from './typed-columns.ts';

/** BB325: values that cannot be compared, where they have to be, and those of keys that a path of a route cannot hold. */
export const jsonKey: Rule = {
  code: 'BB325',
  name: 'json-key',
  severity: 'error',
  summary:
    'A column of JSON, XML or a search vector in a primary key, or one of `JSON` or `XML`, or an array of them, that is unique or has an index, which PostgreSQL refuses; bytes, an interval, an array or a map in a key, which the paths of routes cannot hold.',
  check: (view) => [
    ...typedColumns(view)
      .filter(({ typed }) => UNCOMPARED.has((typed.items ?? typed).type ?? ''))
      .flatMap((it) => [
        ...(it.kind === 'array' ? [] : inKey(it)),
        ...(view.dbType === 'postgresql' ? inIndex(it) : []),
      ]),
    ...typedColumns(view).flatMap(withoutPath),
  ],
};

/** What columns hold that have no form in the path of a route. */
const WITHOUT_PATH: Readonly<Partial<Record<ValueKind, string>>> = {
  interval: 'is an interval',
  binary: 'holds bytes',
  array: 'is an array',
  hstore: 'is a map',
};

function withoutPath({ table, column, kind }: TypedColumn): readonly RuleFinding[] {
  const held = WITHOUT_PATH[kind];
  if (held === undefined) return [];
  const label = `${columnLabel(column)} ${held} and cannot be part of`;
  const isReference = table.foreignKeys.some((it) => it.columns.includes(column.name ?? ''));
  return [
    ...(isKeyColumn(table, column)
      ? [
          {
            ...valueAt(column, column.primaryKey ? 'primary_key' : 'name'),
            message: `${label} a primary key`,
          },
        ]
      : []),
    ...(isReference
      ? [
          {
            ...valueAt(column, column.target === undefined ? 'name' : 'target'),
            message: `${label} a foreign key`,
          },
        ]
      : []),
  ];
}

const UNCOMPARED: ReadonlySet<string> = new Set(['JSON', 'JSONB', 'XML', 'TSVector']);

/** Those that have no order for an index on PostgreSQL, with what to do. */
const ADVICE: ReadonlyMap<string, string> = new Map([
  ['JSON', '; use "JSONB"'],
  ['XML', ''],
]);

function inKey({ table, column, typed, kind }: TypedColumn): readonly RuleFinding[] {
  if (!isKeyColumn(table, column)) return [];
  const what = kind === 'json' ? 'JSON' : `of the type ${typed.type ?? ''}`;
  const message = `${columnLabel(column)} is ${what}, which cannot be a primary key`;
  return [{ ...valueAt(column, column.primaryKey ? 'primary_key' : 'name'), message }];
}

function inIndex({ table, column, typed }: TypedColumn): readonly RuleFinding[] {
  const { type = '' } = typed.items ?? typed;
  if (!ADVICE.has(type)) return [];
  const message = `${columnLabel(column)} cannot be unique or indexed: PostgreSQL does not compare values of the type ${type}${ADVICE.get(type) ?? ''}`;
  const own = (['unique', 'index'] as const)
    .filter((it) => column.raw[it] === true)
    .map((it) => valueAt(column, it));
  return [...own, ...mentions(table, column.name ?? '')].map((it) => ({ ...it, message }));
}

/** Where the constraints of a table name a column; indexes know more operators (BB443). */
function mentions(table: TableView, name: string) {
  const uniques = table.constraints.filter((it) => it.raw.type === 'unique');
  return uniques.flatMap((part) =>
    texts(part.raw.columns)
      .filter((it) => it.text === name)
      .map((it) => valueAt(part, 'columns', it.index)),
  );
}
