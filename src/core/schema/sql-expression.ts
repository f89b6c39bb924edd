import { type SqlToken, sqlTokens } from './sql-tokens.ts';

/** An SQL expression of the part of the language that SQLite and PostgreSQL understand alike. */
export type Sql =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Sql[] }
  | { readonly kind: 'not'; readonly arg: Sql }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Sql; readonly right: Sql }
  | { readonly kind: 'in'; readonly value: Sql; readonly list: readonly Sql[]; readonly negated: boolean }
  | {
      readonly kind: 'between';
      readonly value: Sql;
      readonly low: Sql;
      readonly high: Sql;
      readonly negated: boolean;
    }
  | { readonly kind: 'like'; readonly value: Sql; readonly pattern: Sql; readonly negated: boolean }
  | { readonly kind: 'null'; readonly value: Sql; readonly negated: boolean };

/** Functions of both databases, with how many arguments they take. */
const FUNCTIONS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  abs: [1, 1],
  coalesce: [2, 8],
  length: [1, 1],
  lower: [1, 1],
  trim: [1, 1],
  upper: [1, 1],
};

/** Operators from the loosest to the tightest. */
const LEVELS: readonly (readonly string[])[] = [['+', '-'], ['*', '/', '%'], ['||']];
const COMPARISONS = ['=', '<>', '!=', '<', '<=', '>', '>='];

/** Deeper expressions are not read, so that reading never runs out of stack. */
const MOST_TOKENS = 400;

/** Reads an expression; undefined when it has anything beyond operators, literals, columns and a few functions. */
export function readSql(sql: string): Sql | undefined {
  const tokens = sqlTokens(sql);
  if (tokens.length > MOST_TOKENS) return undefined;
  const reader = new Reader(tokens);
  const read = reader.disjunction();
  return reader.isDone() ? read : undefined;
}

/** A recursive descent; every method gives undefined where it cannot read on. */
class Reader {
  readonly #tokens: readonly SqlToken[];
  #at = 0;

  constructor(tokens: readonly SqlToken[]) {
    this.#tokens = tokens;
  }

  isDone(): boolean {
    return this.#at === this.#tokens.length;
  }

  disjunction(): Sql | undefined {
    return this.#chain(['or'], () => this.#chain(['and'], () => this.#negation()));
  }

  #chain(operators: readonly string[], operand: () => Sql | undefined): Sql | undefined {
    let left = operand();
    for (let it = this.#oneOf(operators); it !== undefined; it = this.#oneOf(operators)) {
      const right = operand();
      if (left === undefined || right === undefined) return undefined;
      left = { kind: 'binary', operator: it, left, right };
    }
    return left;
  }

  #negation(): Sql | undefined {
    if (this.#oneOf(['not']) === undefined) return this.#comparison();
    const arg = this.#negation();
    return arg === undefined ? undefined : { kind: 'not', arg };
  }

  #comparison(): Sql | undefined {
    const value = this.#sum();
    if (value === undefined) return undefined;
    const operator = this.#oneOf(COMPARISONS);
    if (operator !== undefined) {
      const right = this.#sum();
      return right === undefined ? undefined : { kind: 'binary', operator, left: value, right };
    }
    if (this.#oneOf(['is']) !== undefined) return this.#nullTest(value);
    return this.#membership(value);
  }

  #nullTest(value: Sql): Sql | undefined {
    const negated = this.#oneOf(['not']) !== undefined;
    return this.#oneOf(['null']) === undefined ? undefined : { kind: 'null', value, negated };
  }

  #membership(value: Sql): Sql | undefined {
    const negated = this.#oneOf(['not']) !== undefined;
    switch (this.#oneOf(['in', 'between', 'like'])) {
      case 'in': {
        const list = this.#oneOf(['(']) === undefined ? undefined : this.#list();
        return list === undefined || list.length === 0 ? undefined : { kind: 'in', value, list, negated };
      }
      case 'between':
        return this.#range(value, negated);
      case 'like': {
        const pattern = this.#sum();
        return pattern === undefined ? undefined : { kind: 'like', value, pattern, negated };
      }
      default:
        return negated ? undefined : value;
    }
  }

  #range(value: Sql, negated: boolean): Sql | undefined {
    const low = this.#sum();
    const high = this.#oneOf(['and']) === undefined ? undefined : this.#sum();
    return low === undefined || high === undefined
      ? undefined
      : { kind: 'between', value, low, high, negated };
  }

  #sum(level = 0): Sql | undefined {
    const operators = LEVELS[level];
    return operators === undefined ? this.#sign() : this.#chain(operators, () => this.#sum(level + 1));
  }

  #sign(): Sql | undefined {
    if (this.#oneOf(['-']) === undefined) return this.#primary();
    const right = this.#sign();
    const left: Sql = { kind: 'literal', value: 0 };
    return right === undefined ? undefined : { kind: 'binary', operator: '-', left, right };
  }

  #primary(): Sql | undefined {
    if (this.#oneOf(['(']) !== undefined) {
      const inner = this.disjunction();
      return this.#oneOf([')']) === undefined ? undefined : inner;
    }
    const token = this.#tokens[this.#at];
    this.#at += 1;
    if (token?.kind === 'number') return { kind: 'literal', value: Number(token.value) };
    if (token?.kind === 'text') return { kind: 'literal', value: token.value };
    if (token?.kind === 'name') return { kind: 'column', name: token.value };
    return token?.kind === 'word' ? this.#word(token.value) : undefined;
  }

  #word(word: string): Sql | undefined {
    const name = word.toLowerCase();
    if (this.#oneOf(['(']) !== undefined) return this.#call(name);
    if (name === 'null') return { kind: 'literal', value: null };
    if (name === 'true' || name === 'false') return { kind: 'literal', value: name === 'true' };
    return { kind: 'column', name: word };
  }

  #call(name: string): Sql | undefined {
    const args = this.#list();
    const counts = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    if (args === undefined || counts === undefined) return undefined;
    return args.length < counts[0] || args.length > counts[1] ? undefined : { kind: 'call', name, args };
  }

  /** The rest of a list after its opening bracket. */
  #list(): readonly Sql[] | undefined {
    const items: Sql[] = [];
    do {
      const item = this.disjunction();
      if (item === undefined) return undefined;
      items.push(item);
    } while (this.#oneOf([',']) !== undefined);
    return this.#oneOf([')']) === undefined ? undefined : items;
  }

  #oneOf(words: readonly string[]): string | undefined {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'word' && token?.kind !== 'operator') return undefined;
    const word = token.raw.toLowerCase();
    if (!words.includes(word)) return undefined;
    this.#at += 1;
    return word;
  }
}

/** Every part of an expression, itself included. */
export function partsOfSql(sql: Sql): readonly Sql[] {
  return [sql, ...operandsOf(sql).flatMap(partsOfSql)];
}

function operandsOf(sql: Sql): readonly Sql[] {
  switch (sql.kind) {
    case 'literal':
    case 'column':
      return [];
    case 'call':
      return sql.args;
    case 'not':
      return [sql.arg];
    case 'binary':
      return [sql.left, sql.right];
    case 'in':
      return [sql.value, ...sql.list];
    case 'between':
      return [sql.value, sql.low, sql.high];
    case 'like':
      return [sql.value, sql.pattern];
    default:
      return [sql.value];
  }
}
