import type { ValueKind } from '../schema/column-types.ts';
import { type ColumnView, type SchemaView, type TableView, texts } from '../schema/view.ts';
import { didYouMean } from '../shared/nearest.ts';
import { columnLabel, columnNames, quote, repeated, tableLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { type TypedColumn, typedColumns } from './typed-columns.ts';

type Lists = { readonly table: TableView; readonly typed: ReadonlyMap<ColumnView, TypedColumn> };
type List = 'filter' | 'sort' | 'search';

/** BB701: lists of columns of the API that name what cannot be filtered, sorted or searched. */
export const apiColumns: Rule = {
  code: 'BB701',
  name: 'api-columns',
  severity: 'error',
  summary:
    '`filter`, `sort`, `search` or `owner` names a column that does not exist, is hidden or does not suit.',
  check: (view) => {
    const typed = typesOf(view);
    return view.tables.flatMap((table) => [
      ...(['filter', 'sort', 'search'] as const).flatMap((it) => checkList({ table, typed }, it)),
      ...checkOwner(table),
    ]);
  },
};

/** Only of tables that have such lists, which few have. */
function typesOf(view: SchemaView): ReadonlyMap<ColumnView, TypedColumn> {
  const isAsked = view.tables.some((it) => it.api !== undefined && it.api !== false);
  return new Map(isAsked ? typedColumns(view).map((it) => [it.column, it]) : []);
}

function checkList({ table, typed }: Lists, list: List): readonly RuleFinding[] {
  if (table.api === undefined || table.api === false) return [];
  const names = texts(table.api[list]).filter((it) => it.text !== '');
  const twice = repeated(names, (it) => it.text).map(({ item }) => ({
    ...valueAt(table, 'api', list, item.index),
    message: `${quote(item.text)} is listed twice`,
  }));
  const unsuitable = names.flatMap(({ text, index }) => {
    const message = faultOf({ table, typed }, list, text);
    return message === undefined ? [] : [{ ...valueAt(table, 'api', list, index), message }];
  });
  return [...twice, ...unsuitable];
}

function faultOf({ table, typed }: Lists, list: List, name: string): string | undefined {
  const column = table.columnByName.get(name);
  if (column !== undefined) return faultOfColumn(column, list, typed.get(column)?.kind);
  const known = columnNames(table);
  if (!known.includes(name))
    return `${tableLabel(table)} has no column ${quote(name)}${didYouMean(name, known)}`;
  return list === 'search'
    ? `${quote(`${table.name ?? '?'}.${name}`)} is no text and cannot be searched`
    : undefined;
}

function faultOfColumn(column: ColumnView, list: List, kind: ValueKind | undefined): string | undefined {
  const { visibility, format } = column.raw;
  if (visibility === 'hidden' || visibility === 'write_only' || format === 'password') {
    return `${columnLabel(column)} is not shown by the API and cannot be in "${list}"`;
  }
  if (kind === 'json') return `${columnLabel(column)} is JSON and cannot be in "${list}"`;
  const isOther = list === 'search' && kind !== undefined && kind !== 'text';
  return isOther ? `${columnLabel(column)} is no text and cannot be searched` : undefined;
}

function checkOwner(table: TableView): readonly RuleFinding[] {
  const owner = table.api === false ? undefined : table.api?.owner;
  if (typeof owner !== 'string' || owner === '') return [];
  const column = table.columnByName.get(owner);
  const place = valueAt(table, 'api', 'owner');
  if (column === undefined) {
    const known = [...table.columnByName.keys()];
    return [
      { ...place, message: `${tableLabel(table)} has no column ${quote(owner)}${didYouMean(owner, known)}` },
    ];
  }
  if (column.type === 'UUID' && column.raw.target === undefined) return [];
  return [
    {
      ...place,
      message: `the owner ${columnLabel(column)} must be a UUID without "target"; it holds the id of an account`,
    },
  ];
}
