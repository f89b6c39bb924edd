import type { ColumnType } from '../../model/column-type.ts';
import type { Column } from '../../model/model.ts';
import { isPassword, longest } from './checks.ts';
import { patternSample } from './pattern-sample.ts';
import { formattedText, paddedNumber, plainText, type Room } from './sample-text.ts';

/**
 * A Python expression for the value of a column in the `n`-th row that a test makes: different for every row
 * where the type has room for that. Undefined when none is known that the API would accept.
 */
export function sampleValue(column: Column): string | undefined {
  const { type, checks, foreignKey } = column;
  if (isPassword(column)) return passwordSample(column);
  switch (type.kind) {
    case 'integer':
      return integerSample(foreignKey === undefined ? checks : {}, 2 ** (type.bits - 1) - 1);
    case 'decimal':
      return decimalSample(column, type);
    case 'float':
      return floatSample(checks);
    case 'text':
      return textSample(column);
    case 'enum':
      return `list(models.${type.className})[n % ${type.members.length}]`;
    case 'datetime':
      return `dt.datetime(2026, 1, 1${type.timezone ? ', tzinfo=dt.UTC' : ''}) + dt.timedelta(minutes=n)`;
    case 'time':
      return `dt.time(n // 60 % 24, n % 60${type.timezone ? ', tzinfo=dt.UTC' : ''})`;
    default:
      return SIMPLE[type.kind];
  }
}

const SIMPLE = {
  boolean: 'n % 2 == 0',
  date: 'dt.date(2026, 1, 1) + dt.timedelta(days=n)',
  uuid: 'uuid4()',
  json: '{"n": n}',
} as const;

/** How many different values `sampleValue` gives; tests that need several rows are left out where it is fewer. */
export function sampleCount(column: Column): number {
  const { type } = column;
  if (type.kind === 'boolean') return 2;
  if (type.kind === 'enum') return type.members.length;
  return type.kind === 'uuid' ? MANY : countOf(sampleValue(column) ?? '');
}

const MANY = 1e6;

/** How often an expression of `n` changes before it comes round; those with letters have at least one that does. */
function countOf(expression: string): number {
  if (!/\bn\b|uuid4/.test(expression)) return 1;
  const turns = [...expression.matchAll(/ % (0x[0-9a-f]+|\d+)/gi)].map((it) => Number(it[1]));
  return turns.length === 0 ? MANY : Math.max(...turns);
}

type Range = { readonly min?: number | undefined; readonly max?: number | undefined };

const plus = (base: number | string, rest: string): string =>
  base === 0 ? rest : `${String(base)} + ${rest}`;

function integerSample({ min, max }: Range, greatest: number): string {
  if (min === undefined && max === undefined) return 'n';
  const top = Math.min(Math.floor(max ?? greatest), greatest);
  const low = min === undefined ? Math.min(0, top) : Math.ceil(min);
  if (max === undefined && top - low > MANY) return plus(low, 'n');
  return plus(low, `n % ${Math.min(top - low, MANY) + 1}`);
}

type DecimalType = Extract<ColumnType, { kind: 'decimal' }>;

function decimalSample({ checks }: Column, type: DecimalType): string {
  const scale = type.precision === undefined ? 2 : (type.scale ?? 0);
  const digits = Math.min(type.precision ?? 4, 4);
  const low = checks.min ?? Math.min(0, checks.max ?? 0);
  const room = checks.max === undefined ? Number.POSITIVE_INFINITY : (checks.max - low) * 10 ** scale;
  const steps = Math.max(1, Math.min(10 ** digits, Math.floor(room + 1e-9) + 1));
  const rest = `Decimal(n % ${steps}).scaleb(-${scale})`;
  return low === 0 ? rest : `Decimal("${low}") + ${rest}`;
}

function floatSample({ min, max }: Range): string {
  if (min === undefined && max === undefined) return 'n / 4';
  const low = min ?? Math.min(0, max ?? 0);
  if (max === undefined) return plus(low, 'n / 4');
  const quarters = Math.max(1, Math.floor((max - low) * 4) + 1);
  return plus(low, `n % ${Math.min(quarters, MANY)} / 4`);
}

function passwordSample({ checks }: Column): string {
  const max = checks.maxLength ?? 128;
  const min = checks.minLength ?? Math.min(8, max);
  if (max >= 'password 9999'.length && min <= 'password 1'.length) return 'f"password {n}"';
  return `f"${paddedNumber(Math.max(min, Math.min(max, 6)))}"`;
}

function textSample(column: Column): string | undefined {
  const { pattern, format } = column.checks;
  const room = roomOf(column);
  if (format !== undefined) return pattern === undefined ? formattedText(format, room) : undefined;
  return pattern === undefined ? plainText(column.name, room) : patternSample(pattern, room);
}

const roomOf = (column: Column): Room => ({
  min: column.checks.minLength ?? 0,
  max: longest(column) ?? 255,
});
