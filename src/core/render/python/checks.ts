import type { Column } from '../../model/model.ts';
import { isReference } from '../../model/references.ts';
import { pythonString } from '../literals.ts';

/** Whether a column holds passwords, of which only a hash is stored. */
export const isPassword = (column: Column): boolean => column.checks.format === 'password';

/** How each format of text is written in a schema; each is an alias in `app/core/schemas.py`. */
const FORMATS: Readonly<Record<string, string>> = {
  email: 'Email',
  url: 'Url',
  uuid: 'UuidText',
  slug: 'Slug',
  phone: 'Phone',
  ip: 'IpAddress',
  color: 'Color',
  country: 'Country',
  currency: 'Currency',
};

/** The alias of the format that a text column demands. */
export const formatAlias = ({ type, checks }: Column): string | undefined =>
  type.kind === 'text' && checks.format !== undefined ? FORMATS[checks.format] : undefined;

/** The most characters that a text column takes, of a key those of its type; undefined when nothing limits them. */
export function longest(column: Column): number | undefined {
  const { type, checks } = column;
  const limits = [
    type.kind === 'text' ? type.length : undefined,
    isReference(column) ? undefined : checks.maxLength,
  ];
  const known = limits.filter((it) => it !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

/** What pydantic's `Field` says of a column's values because of its type. */
export function typeBounds({ type }: Column): readonly string[] {
  if (type.kind === 'text' && type.length !== undefined) return [`max_length=${type.length}`];
  if (type.kind !== 'decimal' || type.precision === undefined) return [];
  return [`max_digits=${type.precision}`, `decimal_places=${type.scale ?? 0}`];
}

/** What pydantic's `Field` says of a column's values because of its type and of what the schema demands. */
export function valueBounds(column: Column): readonly string[] {
  const { type, checks } = column;
  if (isPassword(column)) return passwordBounds(column);
  if (isReference(column)) return typeBounds(column);
  if (type.kind === 'text') return textBounds(column);
  if (type.kind !== 'integer' && type.kind !== 'decimal' && type.kind !== 'float') return [];
  return [
    ...typeBounds(column),
    ...(checks.min === undefined ? [] : [`ge=${bound(column, checks.min)}`]),
    ...(checks.max === undefined ? [] : [`le=${bound(column, checks.max)}`]),
  ];
}

function passwordBounds({ checks }: Column): readonly string[] {
  const max = checks.maxLength ?? 128;
  const min = checks.minLength ?? Math.min(8, max);
  return [`min_length=${min}`, `max_length=${Math.max(min, max)}`];
}

function textBounds(column: Column): readonly string[] {
  const { minLength, pattern } = column.checks;
  const max = longest(column);
  return [
    ...(max === undefined ? [] : [`max_length=${max}`]),
    ...(minLength === undefined ? [] : [`min_length=${minLength}`]),
    ...(pattern === undefined || formatAlias(column) !== undefined
      ? []
      : [`pattern=${pythonString(pattern)}`]),
  ];
}

/** A bound as Python writes it; of a decimal exactly, which a float would not be. */
function bound({ type }: Column, value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString();
  return type.kind === 'decimal' ? `Decimal(${pythonString(String(value))})` : String(value);
}
