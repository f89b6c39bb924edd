import { innerType } from '../../model/column-type.ts';
import type { Column } from '../../model/model.ts';
import { pythonString } from '../literals.ts';
import { itemColumn } from './array-items.ts';
import { inLists } from './array-words.ts';
import { formatAlias, isPassword, valueBounds } from './checks.ts';
import { defaultOf } from './defaults.ts';
import { isMoment, shortenedTo } from './moments.ts';
import { wordsOf } from './types.ts';

/** One line of the class of what a POST sends. */
export function createField(column: Column): string {
  if (column.identity !== undefined) return inputField(column, { union: ['MISSING'], value: 'MISSING' });
  const words = defaultOf(column);
  if (words === undefined) {
    return inputField(column, column.nullable ? { union: ['None'], value: 'None' } : { union: [] });
  }
  const union = column.nullable ? ['None'] : [];
  if (isShared(column) && !isPassword(column)) return inputField(column, { union, value: words.python });
  return inputField(column, { union: ['MISSING', ...union], value: 'MISSING' });
}

/** One line of the class of a key with several columns. */
export const keyField = (column: Column): string => inputField(column, { union: [] });

/** One line of the class of what a PATCH sends. */
export const updateField = (column: Column): string =>
  inputField(column, { union: column.nullable ? ['MISSING', 'None'] : ['MISSING'], value: 'MISSING' });

/** One line of the class of what a response shows. */
export function publicField(column: Column): string {
  const { attribute, name, description, nullable } = column;
  const annotation = shownType(column) + (nullable ? ' | None' : '');
  const args = [
    ...(attribute === name ? [] : [`serialization_alias=${pythonString(name)}`]),
    ...described(description),
  ];
  return `${attribute}: ${annotated(annotation, args)}`;
}

function shownType({ type }: Column): string {
  const shown = SHOWN[innerType(type).kind] ?? wordsOf(innerType(type)).annotation;
  return type.kind === 'array' ? inLists(type, shown) : shown;
}

/** Types whose values JSON has in another form than Python. */
const SHOWN: Readonly<Partial<Record<Column['type']['kind'], string>>> = {
  json: 'JsonValue',
  binary: 'Base64',
};

/** A value that every row may share, others would be one object that all rows change, and that OpenAPI can show. */
const isShared = ({ type, default: written }: Column): boolean =>
  written !== undefined && typeof written.value !== 'object' && type.kind !== 'binary';

const described = (text: string | undefined): readonly string[] =>
  text === undefined ? [] : [`description=${pythonString(text)}`];

function annotated(type: string, args: readonly string[], ...more: readonly string[]): string {
  const parts = [...(args.length === 0 ? [] : [`Field(${args.join(', ')})`]), ...more];
  return parts.length === 0 ? type : `Annotated[${[type, ...parts].join(', ')}]`;
}

type Absent = { readonly union: readonly string[]; readonly value?: string | undefined };

function inputField(column: Column, { union, value }: Absent): string {
  const { attribute, name } = column;
  const alias = attribute === name ? [] : [`alias=${pythonString(name)}`];
  const inner = union.length === 0 ? alias : [];
  const args = [...valueBounds(column), ...described(column.description), ...inner];
  const one = annotated(inputOf(column), args, ...validators(column));
  const all = [one, ...union].join(' | ');
  return `${attribute}: ${annotated(all, union.length === 0 ? [] : alias)}${value === undefined ? '' : ` = ${value}`}`;
}

/** What a `Field` cannot say. */
function validators(column: Column): readonly string[] {
  if (column.type.kind !== 'array') return ofValue(column);
  return column.type.dimensions === 1 ? [] : [`rectangular(${column.type.dimensions})`];
}

function ofValue(column: Column): readonly string[] {
  const { type, checks } = column;
  if (type.kind === 'decimal' && type.precision !== undefined) return [`scaled(${type.scale ?? 0})`];
  const digits = isMoment(type) ? shortenedTo(type) : undefined;
  if (digits !== undefined) return [`truncated(${digits})`];
  if (isPassword(column)) return [];
  if (type.kind === 'text' && type.form === 'char' && formatAlias(column) === undefined) return ['unpadded'];
  const isSecond = checks.pattern !== undefined && formatAlias(column) !== undefined;
  return isSecond ? [`matching(${pythonString(checks.pattern)})`] : [];
}

/** What one value must be. */
const valueType = (column: Column): string =>
  annotated(inputOf(column), valueBounds(column), ...validators(column));

function inputOf(column: Column): string {
  if (isPassword(column)) return 'SecretStr';
  if (column.type.kind === 'array') return inLists(column.type, valueType(itemColumn(column, column.type)));
  if (column.type.kind === 'boolean') return 'StrictBool';
  const hasPattern = column.type.kind === 'text' && column.checks.pattern !== undefined;
  return formatAlias(column) ?? (hasPattern ? 'PatternStr' : wordsOf(column.type).input);
}
