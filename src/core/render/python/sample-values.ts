import type { Column } from '../../model/model.ts';
import { isPassword, longest } from './checks.ts';
import { patternSample } from './pattern-sample.ts';
import { sampleNumbers } from './sample-numbers.ts';
import { formattedText, paddedNumber, plainText, type Room } from './sample-text.ts';

/**
 * A Python expression for the value of a column in the `n`-th row that a test makes: different for every row
 * where the type has room for that. Undefined when none is known that the API would accept.
 */
export function sampleValue(column: Column): string | undefined {
  const { type } = column;
  if (isPassword(column)) return passwordSample(column);
  switch (type.kind) {
    case 'integer':
    case 'decimal':
    case 'float':
      return sampleNumbers(column, type).text;
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
  switch (type.kind) {
    case 'boolean':
      return 2;
    case 'enum':
      return type.members.length;
    case 'integer':
    case 'decimal':
    case 'float':
      return sampleNumbers(column, type).count;
    case 'uuid':
      return MANY;
    default:
      return countOfText(sampleValue(column) ?? '');
  }
}

const MANY = 1e6;

/** How often an expression of `n` changes before it comes round; those with letters have at least one that does. */
export function countOfText(expression: string): number {
  if (!/\bn\b|uuid4/.test(expression)) return 1;
  const turns = [...expression.matchAll(/ % (0x[0-9a-f]+|\d+)/gi)].map((it) => Number(it[1]));
  return turns.length === 0 ? MANY : Math.max(...turns);
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
