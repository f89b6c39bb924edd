import type { Column } from '../../model/model.ts';
import { pythonString } from '../literals.ts';
import { formatAlias, isPassword, valueBounds } from './checks.ts';
import { defaultOf } from './defaults.ts';
import { annotationOf, wordsOf } from './types.ts';

/** One line of the class of what a POST sends. */
export function createField(column: Column): string {
  if (column.autoincrement) return inputField(column, { union: ['MISSING'], value: 'MISSING' });
  const words = defaultOf(column);
  if (words === undefined) {
    return inputField(column, column.nullable ? { union: ['None'], value: 'None' } : { union: [] });
  }
  const union = column.nullable ? ['None'] : [];
  const isPlain = column.default !== undefined && !isPassword(column) && isImmutable(column.default.value);
  if (isPlain) return inputField(column, { union, value: words.python });
  return inputField(column, { union: ['MISSING', ...union], value: 'MISSING' });
}

/** One line of the class of a key with several columns. */
export const keyField = (column: Column): string => inputField(column, { union: [] });

/** One line of the class of what a PATCH sends. */
export const updateField = (column: Column): string =>
  inputField(column, { union: column.nullable ? ['MISSING', 'None'] : ['MISSING'], value: 'MISSING' });

/** One line of the class of what a response shows. */
export function publicField(column: Column): string {
  const { attribute, name, description, nullable, type } = column;
  const annotation = type.kind === 'json' ? `JsonValue${nullable ? ' | None' : ''}` : annotationOf(column);
  const args = [
    ...(attribute === name ? [] : [`serialization_alias=${pythonString(name)}`]),
    ...described(description),
  ];
  return `${attribute}: ${annotated(annotation, args)}`;
}

/** A value that every row may share; others would be one object that all rows change. */
const isImmutable = (value: unknown): boolean => typeof value !== 'object';

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
  const { type, checks } = column;
  if (type.kind === 'decimal' && type.precision !== undefined) return [`scaled(${type.scale ?? 0})`];
  if (type.kind === 'text' && type.form === 'char' && formatAlias(column) === undefined) return ['unpadded'];
  const isSecond = checks.pattern !== undefined && formatAlias(column) !== undefined;
  return isSecond ? [`matching(${pythonString(checks.pattern)})`] : [];
}

function inputOf(column: Column): string {
  if (isPassword(column)) return 'SecretStr';
  if (column.type.kind === 'boolean') return 'StrictBool';
  const hasPattern = column.type.kind === 'text' && column.checks.pattern !== undefined;
  return formatAlias(column) ?? (hasPattern ? 'PatternStr' : wordsOf(column.type).input);
}
