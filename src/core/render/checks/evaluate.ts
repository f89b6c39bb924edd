import type { Sql } from '../../schema/sql-expression.ts';

/** A moment of a date or time column: days or minutes from some start, and of which type. */
export type Moment = { readonly moment: 'date' | 'datetime' | 'time'; readonly at: number };

/** The key of another row, of which only is known that no two rows have the same. */
export type RowKey = { readonly row: string; readonly column: string };

/** What an expression comes to; undefined where that cannot be told. */
export type Value = number | string | boolean | null | Moment | RowKey | undefined;

/** The values of the columns of one row, by name. */
export type Row = (column: string) => Value;

/** Evaluates an expression as both databases would. */
export function evaluate(sql: Sql, row: Row): Value {
  const value = (it: Sql): Value => evaluate(it, row);
  switch (sql.kind) {
    case 'literal':
      return sql.value;
    case 'column':
      return row(sql.name);
    case 'call':
      return called(sql.name, sql.args.map(value));
    case 'not':
      return negated(value(sql.arg), true);
    case 'binary':
      return binary(sql.operator, value(sql.left), value(sql.right));
    case 'in':
      return negated(anyOf(sql.list.map((it) => compared('=', value(sql.value), value(it)))), sql.negated);
    case 'between':
      return negated(
        both(
          compared('>=', value(sql.value), value(sql.low)),
          compared('<=', value(sql.value), value(sql.high)),
        ),
        sql.negated,
      );
    case 'like':
      return like(value(sql.value), value(sql.pattern), sql.negated);
    default:
      return nullTest(value(sql.value), sql.negated);
  }
}

function nullTest(value: Value, isNegated: boolean): Value {
  return value === undefined ? undefined : (value === null) !== isNegated;
}

function negated(value: Value, isNegated: boolean): Value {
  return isNegated && typeof value === 'boolean' ? !value : value;
}

/** AND of SQL: one false makes it false, whatever the other is. */
function both(a: Value, b: Value): Value {
  if (a === false || b === false) return false;
  if (a === undefined || b === undefined) return undefined;
  return a === null || b === null ? null : a === true && b === true;
}

function either(a: Value, b: Value): Value {
  return negated(both(negated(a, true), negated(b, true)), true);
}

const anyOf = (values: readonly Value[]): Value => values.reduce(either, false);

function binary(operator: string, a: Value, b: Value): Value {
  if (operator === 'and') return both(a, b);
  if (operator === 'or') return either(a, b);
  return COMPARE[operator] === undefined ? calculated(operator, a, b) : compared(operator, a, b);
}

function calculated(operator: string, a: Value, b: Value): Value {
  if (a === null || b === null) return null;
  if (operator === '||') return typeof a === 'string' && typeof b === 'string' ? a + b : undefined;
  return typeof a === 'number' && typeof b === 'number' ? CALCULATE[operator]?.(a, b) : undefined;
}

const CALCULATE: Readonly<Record<string, (a: number, b: number) => number | undefined>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  // Whole numbers divide to whole numbers, others do not: told only where that makes no difference.
  '/': (a, b) => (b !== 0 && Number.isInteger(a / b) ? a / b : undefined),
  '%': (a, b) => (b > 0 && a >= 0 && Number.isInteger(a) && Number.isInteger(b) ? a % b : undefined),
};

const COMPARE: Readonly<Record<string, (difference: number) => boolean>> = {
  '=': (it) => it === 0,
  '<>': (it) => it !== 0,
  '!=': (it) => it !== 0,
  '<': (it) => it < 0,
  '<=': (it) => it <= 0,
  '>': (it) => it > 0,
  '>=': (it) => it >= 0,
};

function compared(operator: string, a: Value, b: Value): Value {
  if (a === null || b === null) return null;
  const difference = differenceOf(a, b);
  // Of values without an order only is known whether they are the same.
  if (difference === undefined || (Number.isNaN(difference) && !['=', '<>', '!='].includes(operator)))
    return undefined;
  return COMPARE[operator]?.(difference);
}

/** Below, at or above zero; NaN for what differs in no known order. */
function differenceOf(a: Value, b: Value): number | undefined {
  if (isMoment(a) || isMoment(b)) return dateDifference(a, b);
  if (isRowKey(a) && isRowKey(b)) return keyDifference(a, b);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const isPlain = typeof a === 'string' || typeof a === 'boolean';
  if (!isPlain || typeof a !== typeof b) return undefined;
  return a === b ? 0 : Number.NaN;
}

const isRowKey = (it: Value): it is RowKey => typeof it === 'object' && it !== null && 'row' in it;

const isMoment = (it: Value): it is Moment => typeof it === 'object' && it !== null && 'moment' in it;

function keyDifference(a: RowKey, b: RowKey): number | undefined {
  if (a.column !== b.column) return undefined;
  return a.row === b.row ? 0 : Number.NaN;
}

function dateDifference(a: Value, b: Value): number | undefined {
  const [x, y] = [momentOf(a), momentOf(b)];
  return x === undefined || y === undefined || x.moment !== y.moment ? undefined : x.at - y.at;
}

/** A date in quotes compares with dates; times are stored in forms of their own. */
function momentOf(value: Value): Moment | undefined {
  if (isMoment(value)) return value;
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
  return { moment: 'date', at: Date.parse(value) / DAY };
}

/** Milliseconds of a day. */
export const DAY = 86_400_000;

function called(name: string, args: readonly Value[]): Value {
  if (name === 'coalesce') return coalesced(args);
  const [value] = args;
  if (value === null) return null;
  if (name === 'abs') return typeof value === 'number' ? Math.abs(value) : undefined;
  return typeof value === 'string' ? TEXT_FUNCTIONS[name]?.(value) : undefined;
}

function coalesced(args: readonly Value[]): Value {
  const first = args.find((it) => it !== null);
  return first === undefined && args.every((it) => it === null) ? null : first;
}

/** SQLite changes the case of ASCII letters alone. */
const TEXT_FUNCTIONS: Readonly<Record<string, (text: string) => Value>> = {
  length: (it) => [...it].length,
  lower: (it) => (isAscii(it) ? it.toLowerCase() : undefined),
  upper: (it) => (isAscii(it) ? it.toUpperCase() : undefined),
  trim: (it) => it.replace(/^ +| +$/g, ''),
};

const isAscii = (text: string): boolean => /^[ -~]*$/.test(text);

/** SQLite does not tell upper from lower case here, PostgreSQL does. */
function like(value: Value, pattern: Value, isNegated: boolean): Value {
  if (value === null || pattern === null) return null;
  if (typeof value !== 'string' || typeof pattern !== 'string' || pattern.includes('\\')) return undefined;
  const source = pattern
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('%', '.*')
    .replaceAll('_', '.');
  const [exact, loose] = ['su', 'sui'].map((flags) => new RegExp(`^${source}$`, flags).test(value));
  return exact === loose ? exact !== isNegated : undefined;
}
