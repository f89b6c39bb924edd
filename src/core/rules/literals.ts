import type { Json } from '../document/json.ts';
import { INTEGER_BOUNDS, type ValueKind } from '../schema/column-types.ts';
import { type ColumnView, number } from '../schema/view.ts';
import { digitsOf } from './decimal.ts';

/** Why a value is no literal of a column's type, as the end of a sentence; undefined when it is one. */
export function misfit(column: ColumnView, kind: ValueKind, value: Json): string | undefined {
  return MISFITS[kind](value, column);
}

type Misfit = (value: Json, column: ColumnView) => string | undefined;

const MISFITS: Readonly<Record<ValueKind, Misfit>> = {
  integer: (value, { type }) => integerMisfit(value, type as keyof typeof INTEGER_BOUNDS),
  text: (value) => textMisfit(value),
  decimal: (value, column) => decimalMisfit(value, column),
  float: (value, { type }) => floatMisfit(value, type),
  boolean: (value) => (typeof value === 'boolean' ? undefined : 'must be true or false'),
  date: (value) => (isDate(value) ? undefined : 'must be a date like "2026-01-31"'),
  datetime: (value, column) => momentMisfit(value, column, 'date and time'),
  time: (value, column) => momentMisfit(value, column, 'time'),
  enum: (value) => (typeof value === 'string' ? undefined : 'must be one of the values, in quotes'),
  uuid: (value) =>
    typeof value === 'string' && UUID.test(value)
      ? undefined
      : 'must be a UUID, as hexadecimal digits with dashes',
  json: () => undefined,
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function integerMisfit(value: Json, type: keyof typeof INTEGER_BOUNDS): string | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value)) return 'must be a whole number, without quotes';
  const { min, max } = INTEGER_BOUNDS[type];
  if (value < Number(min) || value > Number(max)) return `must be from ${min} to ${max}`;
  return Number.isSafeInteger(value) ? undefined : 'is too large to be read exactly; use "server_default"';
}

function textMisfit(value: Json): string | undefined {
  if (typeof value !== 'string') return 'must be a text in quotes';
  return value.includes('\0') || !value.isWellFormed()
    ? 'has a character that databases do not store'
    : undefined;
}

function decimalMisfit(value: Json, { raw }: ColumnView): string | undefined {
  const digits = digitsOf(value);
  if (digits === undefined) return 'must be a number';
  const precision = number(raw.precision);
  if (precision === undefined) return undefined;
  const scale = number(raw.scale) ?? 0;
  if (digits.fraction > scale) return `must have at most ${scale} digits after the point`;
  return digits.whole > precision - scale
    ? `must have at most ${precision - scale} digits before the point`
    : undefined;
}

const LARGEST_REAL = 3.4028234663852886e38;

function floatMisfit(value: Json, type: string | undefined): string | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'must be a number, without quotes';
  return type === 'Real' && Math.abs(value) > LARGEST_REAL ? 'is too large for 32 bits' : undefined;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?$/;

function isDate(value: Json): boolean {
  const found = typeof value === 'string' ? DATE.exec(value) : null;
  if (found === null) return false;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function momentMisfit(value: Json, column: ColumnView, what: 'date and time' | 'time'): string | undefined {
  const example = what === 'time' ? '"13:30:00"' : '"2026-01-31T13:30:00"';
  const text = typeof value === 'string' ? value : '';
  const cut = what === 'time' ? 0 : 11;
  const hasDate = what === 'time' || (isDate(text.slice(0, 10)) && /^[T ]$/.test(text.slice(10, 11)));
  const time = TIME.exec(text.slice(cut));
  if (!hasDate || time === null) return `must be a ${what} like ${example}`;
  const isAware = time[4] !== undefined;
  if (isAware === (column.raw.timezone === true)) return undefined;
  return isAware
    ? 'has an offset, which a column without "timezone" does not store'
    : `needs an offset like "Z", because the column has "timezone"`;
}
