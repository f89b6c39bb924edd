import { INTEGER_BOUNDS } from '../schema/column-types.ts';
import { type ColumnView, number, text } from '../schema/view.ts';
import { columnLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB323: bounds that no value can keep. */
export const bounds: Rule = {
  code: 'BB323',
  name: 'bounds',
  severity: 'error',
  summary: 'The bounds of a column contradict each other or its type, so that the API would accept no value.',
  check: (view) =>
    view.tables
      .flatMap((it) => it.columns)
      .flatMap((it) => [...ofValues(it), ...ofLengths(it), ...ofFormat(it)]),
};

function ofValues(column: ColumnView): readonly RuleFinding[] {
  const [min, max] = [number(column.raw.min), number(column.raw.max)];
  const endless = (['min', 'max'] as const).find(
    (it) => Math.abs(number(column.raw[it]) ?? 0) === Number.POSITIVE_INFINITY,
  );
  if (endless !== undefined) {
    return [
      {
        ...valueAt(column, endless),
        message: `"${endless}" of ${columnLabel(column)} is too large a number`,
      },
    ];
  }
  if (min !== undefined && max !== undefined && min > max) {
    return [
      {
        ...valueAt(column, 'min'),
        message: `"min" of ${columnLabel(column)} is larger than its "max" ${max}`,
      },
    ];
  }
  if (min !== undefined && max !== undefined && !hasValueBetween(column, min, max)) {
    const message = `${columnLabel(column)} has no value from its "min" ${min} to its "max" ${max}`;
    return [{ ...valueAt(column, 'min'), message }];
  }
  const range = rangeOf(column);
  if (min !== undefined && min > range.max) {
    return [
      {
        ...valueAt(column, 'min'),
        message: `"min" of ${columnLabel(column)} is larger than any value of its type`,
      },
    ];
  }
  if (max === undefined || max >= range.min) return [];
  return [
    {
      ...valueAt(column, 'max'),
      message: `"max" of ${columnLabel(column)} is smaller than any value of its type`,
    },
  ];
}

/** Whether a number of the column's decimal places lies between two bounds. */
function hasValueBetween({ type, raw }: ColumnView, min: number, max: number): boolean {
  const isWhole = type === 'Integer' || type === 'BigInteger' || type === 'SmallInteger';
  const isDecimal = type === 'Numeric' && number(raw.precision) !== undefined;
  if (!isWhole && !isDecimal) return true;
  const unit = 10 ** (isWhole ? 0 : (number(raw.scale) ?? 0));
  return Math.ceil(min * unit - 1e-9) <= Math.floor(max * unit + 1e-9);
}

/** The values that the type itself allows. */
function rangeOf({ type, raw }: ColumnView): { readonly min: number; readonly max: number } {
  if (type === 'Integer' || type === 'BigInteger' || type === 'SmallInteger') {
    const { min, max } = INTEGER_BOUNDS[type];
    return { min: Number(min), max: Number(max) };
  }
  const precision = type === 'Numeric' ? number(raw.precision) : undefined;
  const limit =
    precision === undefined ? Number.POSITIVE_INFINITY : 10 ** (precision - (number(raw.scale) ?? 0));
  return { min: -limit, max: limit };
}

const PASSWORD = { min: 8, max: 128 };

function ofLengths(column: ColumnView): readonly RuleFinding[] {
  const [min, max, length] = [number(column.raw.min_length), number(column.raw.max_length), lengthOf(column)];
  if (max !== undefined && length !== undefined && max > length) {
    const message = `"max_length" of ${columnLabel(column)} is larger than its "length" ${length}`;
    return [{ ...valueAt(column, 'max_length'), message }];
  }
  const usual = isPassword(column) ? PASSWORD : { min: 0, max: length ?? Number.POSITIVE_INFINITY };
  const [least, most] = [min ?? usual.min, max ?? usual.max];
  if (least <= most) return [];
  return [min === undefined ? tooShort(column) : tooLong(column, most)];
}

const isPassword = (column: ColumnView): boolean => column.raw.format === 'password';

/** The column of a password holds its hash, so its length says nothing about the plain text. */
function lengthOf(column: ColumnView): number | undefined {
  if (isPassword(column) || column.type === 'Text') return undefined;
  return number(column.raw.length) ?? (column.type === 'Char' ? 1 : undefined);
}

/** The shortest and the longest text of each format that has such. */
const TEXTS: Readonly<Record<string, { readonly min: number; readonly max?: number }>> = {
  email: { min: 5 },
  url: { min: 8 },
  uuid: { min: 36, max: 36 },
  slug: { min: 1 },
  phone: { min: 3 },
  ip: { min: 2, max: 39 },
  color: { min: 4, max: 9 },
  country: { min: 2, max: 2 },
  currency: { min: 3, max: 3 },
};

/** A format whose texts are all too long or too short for the column. */
function ofFormat(column: ColumnView): readonly RuleFinding[] {
  const format = text(column.raw.format);
  const texts = format !== undefined && Object.hasOwn(TEXTS, format) ? TEXTS[format] : undefined;
  if (texts === undefined) return [];
  const most = Math.min(
    number(column.raw.max_length) ?? Number.POSITIVE_INFINITY,
    lengthOf(column) ?? Number.POSITIVE_INFINITY,
  );
  const place = valueAt(column, 'format');
  if (texts.min > most) {
    const message = `${columnLabel(column)} holds at most ${most} characters, but the format "${format}" needs ${texts.min}`;
    return [{ ...place, message }];
  }
  if (texts.max === undefined || (number(column.raw.min_length) ?? 0) <= texts.max) return [];
  const message = `"min_length" of ${columnLabel(column)} is larger than any text of the format "${format}"`;
  return [{ ...place, message }];
}

const tooShort = (column: ColumnView): RuleFinding => ({
  ...valueAt(column, 'max_length'),
  message: `"max_length" of the password ${columnLabel(column)} is below the usual least length ${PASSWORD.min}; write "min_length", too`,
});

const tooLong = (column: ColumnView, most: number): RuleFinding => ({
  ...valueAt(column, 'min_length'),
  message: `"min_length" of ${columnLabel(column)} is larger than the longest text, ${most}`,
});
