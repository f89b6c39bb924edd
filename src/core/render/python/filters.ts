import type { ColumnType } from '../../model/column-type.ts';
import type { Column } from '../../model/model.ts';
import { isReference } from '../../model/references.ts';
import { pythonString } from '../literals.ts';
import { wordsOf } from './types.ts';

/** Query parameters that every list has. */
const PARAMETERS = new Set(['limit', 'offset', 'cursor', 'sort', 'q', 'include_total']);

const KEY_LIKE = ['eq', 'ne', 'in'];
const ORDERED = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in'];

/** The lines of all filters of a list; a filter gives way to a column that has its name. */
export function filterFields(columns: readonly Column[]): readonly string[] {
  const names = new Set(columns.map((it) => filterName(it, 'eq')));
  return columns.flatMap((column) =>
    operations(column)
      .filter((it) => it === 'eq' || !names.has(filterName(column, it)))
      .map((it) => filterField(column, it)),
  );
}

/** The query parameter of an operation on a column; equality has the column's own name where that is free. */
export const filterName = ({ name }: Column, operation: string): string => name + suffix(name, operation);

const suffix = (name: string, operation: string): string =>
  operation === 'eq' && !PARAMETERS.has(name) ? '' : `__${operation}`;

function operations(column: Column): readonly string[] {
  const all = operationsOfType(column);
  return column.nullable ? [...all, 'is_null'] : all;
}

function operationsOfType(column: Column): readonly string[] {
  const { type } = column;
  const isKey = column.primaryKey || isReference(column);
  switch (type.kind) {
    case 'json':
      return [];
    case 'boolean':
      return ['eq'];
    case 'enum':
    case 'uuid':
      return KEY_LIKE;
    case 'text':
      return isKey ? KEY_LIKE : [...KEY_LIKE, 'contains', 'starts_with'];
    case 'date':
    case 'datetime':
    case 'time':
      return ORDERED;
    default:
      return isKey ? KEY_LIKE : ORDERED;
  }
}

function filterField(column: Column, operation: string): string {
  const base = baseOf(column.type);
  const types: Readonly<Record<string, string>> = { in: `AnyOf[${base}]`, is_null: 'bool | None' };
  const type = types[operation] ?? `${base} | None`;
  const alias = filterName(column, operation);
  const attribute = column.attribute + suffix(column.name, operation);
  const annotation = attribute === alias ? type : `Annotated[${type}, Field(alias=${pythonString(alias)})]`;
  return `${attribute}: ${annotation} = ${operation === 'in' ? '()' : 'None'}`;
}

function baseOf(type: ColumnType): string {
  if (type.kind === 'text') return 'FilterStr';
  return type.kind === 'decimal' ? 'FilterDecimal' : wordsOf(type).input;
}
