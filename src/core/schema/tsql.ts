import type { ValueKind } from './column-types.ts';
import type { Sql } from './sql-expression.ts';

/** The kind of a column; text of a fixed length is padded. */
export type ColumnKind = ValueKind | 'char';

/** The kind of a column by its name: Transact-SQL has no type of truth, and adds texts by `+`. */
type KindOf = (name: string) => ColumnKind;

/**
 * A condition as SQL Server writes it; undefined where it takes the author's own words for the same. What it lacks:
 * columns that are conditions, `true`, `||`, `length` and texts beyond its code page without `N`.
 */
export function tsqlCondition(sql: Sql, kindOf: KindOf): string | undefined {
  return isPredicate(sql) && isShared(sql, kindOf) ? undefined : new Writer(kindOf).condition(sql);
}

/** The same of an expression whose value is wanted. */
export function tsqlValue(sql: Sql, kindOf: KindOf): string | undefined {
  return !isPredicate(sql) && isShared(sql, kindOf) ? undefined : new Writer(kindOf).value(sql);
}

/** A name between brackets. */
export const bracketed = (name: string): string => `[${name.replaceAll(']', ']]')}]`;

/** A text as a literal, of Unicode where it is not ASCII. */
export function tsqlText(text: string): string {
  const prefix = /^[\0-\x7f]*$/.test(text) ? '' : 'N';
  return `${prefix}'${text.replaceAll("'", "''")}'`;
}

/** Whether a part is true, false or unknown, and no value. */
function isPredicate(sql: Sql): boolean {
  if (sql.kind === 'binary') return !VALUE_OPERATORS.has(sql.operator);
  return ['not', 'in', 'between', 'like', 'null'].includes(sql.kind);
}

const VALUE_OPERATORS: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%', '||']);

/** Whether every database reads an expression in the same way. */
function isShared(sql: Sql, kindOf: KindOf): boolean {
  switch (sql.kind) {
    case 'literal':
      return typeof sql.value === 'string'
        ? !tsqlText(sql.value).startsWith('N')
        : sql.value !== true && sql.value !== false;
    case 'column':
      return kindOf(sql.name) !== 'boolean';
    case 'call':
      return sql.name !== 'length' && areShared(sql.args, kindOf);
    case 'not':
      return isPredicate(sql.arg) && isShared(sql.arg, kindOf);
    case 'binary':
      return isSharedBinary(sql, kindOf);
    case 'in':
      return areShared([sql.value, ...sql.list], kindOf);
    case 'between':
      return areShared([sql.value, sql.low, sql.high], kindOf);
    case 'like':
      return !hasBracket(sql.pattern) && areShared([sql.value, sql.pattern], kindOf);
    default:
      return areShared([sql.value], kindOf);
  }
}

const areShared = (values: readonly Sql[], kindOf: KindOf): boolean =>
  values.every((it) => !isPredicate(it) && isShared(it, kindOf));

function isSharedBinary(
  { operator, left, right }: Extract<Sql, { kind: 'binary' }>,
  kindOf: KindOf,
): boolean {
  if (operator === 'and' || operator === 'or')
    return [left, right].every((it) => isPredicate(it) && isShared(it, kindOf));
  return operator !== '||' && areShared([left, right], kindOf);
}

/** A bracket begins a set of characters in a pattern. */
const hasBracket = (pattern: Sql): boolean =>
  pattern.kind === 'literal' && typeof pattern.value === 'string' && pattern.value.includes('[');

const TEXTS: ReadonlySet<ColumnKind> = new Set(['text', 'char', 'enum', 'native']);

/** Writes expressions; every part that is no single word stands in parentheses. */
class Writer {
  readonly #kindOf: KindOf;

  constructor(kindOf: KindOf) {
    this.#kindOf = kindOf;
  }

  /** Where true or false is wanted. */
  condition(sql: Sql): string {
    switch (sql.kind) {
      case 'literal':
        return sql.value === null ? 'NULL = 1' : sql.value === true ? '1 = 1' : '1 = 0';
      case 'not':
        return sql.arg.kind === 'column' ? `${this.value(sql.arg)} = 0` : `NOT (${this.condition(sql.arg)})`;
      case 'binary':
        return this.#comparison(sql);
      case 'in':
        return `${this.#operand(sql.value)} ${negation(sql)}IN (${sql.list.map((it) => this.value(it)).join(', ')})`;
      case 'between':
        return `${this.#operand(sql.value)} ${negation(sql)}BETWEEN ${this.#operand(sql.low)} AND ${this.#operand(sql.high)}`;
      case 'like':
        return `${this.#operand(sql.value)} ${negation(sql)}LIKE ${this.#pattern(sql.pattern)}`;
      case 'null':
        return `${this.#operand(sql.value)} IS ${negation(sql)}NULL`;
      default:
        return `${this.value(sql)} = 1`;
    }
  }

  /** Where a value is wanted; one of truth is a bit. */
  value(sql: Sql): string {
    if (isPredicate(sql)) return this.#bit(sql);
    switch (sql.kind) {
      case 'literal':
        return literal(sql.value);
      case 'column':
        return bracketed(sql.name);
      case 'call':
        return this.#call(sql.name, sql.args);
      case 'binary':
        return sql.operator === '||'
          ? `${this.#text(sql.left)} + ${this.#text(sql.right)}`
          : `${this.#operand(sql.left)} ${sql.operator} ${this.#operand(sql.right)}`;
      default:
        return this.#bit(sql);
    }
  }

  #comparison(sql: Extract<Sql, { kind: 'binary' }>): string {
    const { operator, left, right } = sql;
    if (operator === 'and' || operator === 'or')
      return `(${this.condition(left)}) ${operator.toUpperCase()} (${this.condition(right)})`;
    if (VALUE_OPERATORS.has(operator)) return `(${this.value(sql)}) = 1`;
    return `${this.#operand(left)} ${operator} ${this.#operand(right)}`;
  }

  /** Unknown stays NULL. */
  #bit(sql: Sql): string {
    const condition = this.condition(sql);
    return `CASE WHEN ${condition} THEN 1 WHEN NOT (${condition}) THEN 0 END`;
  }

  #operand(sql: Sql): string {
    const isWord = sql.kind === 'literal' || sql.kind === 'column' || sql.kind === 'call';
    return isWord ? this.value(sql) : `(${this.value(sql)})`;
  }

  #call(name: string, args: readonly Sql[]): string {
    const values = args.map((it) => this.value(it)).join(', ');
    if (name !== 'length') return `${name.toUpperCase()}(${values})`;
    const [text] = args;
    // LEN does not count spaces at the end, which pad what has a fixed length.
    return text?.kind === 'column' && this.#kindOf(text.name) === 'char'
      ? `LEN(${values})`
      : `DATALENGTH(${values}) / 2`;
  }

  #text(sql: Sql): string {
    return this.#isText(sql) ? this.#operand(sql) : `CAST(${this.value(sql)} AS NVARCHAR(max))`;
  }

  #isText(sql: Sql): boolean {
    if (sql.kind === 'literal') return typeof sql.value === 'string';
    if (sql.kind === 'column') return TEXTS.has(this.#kindOf(sql.name));
    if (sql.kind === 'binary') return sql.operator === '||';
    return sql.kind === 'call' && sql.args.some((it) => this.#isText(it)) && sql.name !== 'length';
  }

  #pattern(pattern: Sql): string {
    if (pattern.kind !== 'literal' || typeof pattern.value !== 'string') return this.#operand(pattern);
    return tsqlText(pattern.value.replaceAll('[', '[[]'));
  }
}

const negation = ({ negated }: { readonly negated: boolean }): string => (negated ? 'NOT ' : '');

function literal(value: string | number | boolean | null): string {
  if (typeof value === 'string') return tsqlText(value);
  if (typeof value === 'number') return String(value);
  return value === null ? 'NULL' : value ? '1' : '0';
}
