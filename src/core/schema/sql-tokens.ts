/** A piece of SQL that means something: a word, a number, a text or name in quotes, or an operator. */
export type SqlToken = {
  readonly kind: 'word' | 'number' | 'text' | 'name' | 'operator';
  /** As written. */
  readonly raw: string;
  /** Without quotes; a word as written. */
  readonly value: string;
};

const TOKEN =
  /\s+|('(?:[^']|'')*')|("(?:[^"]|"")*")|(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)|([\p{L}_][\p{L}\p{M}\p{N}_$]*)|(<=|>=|<>|!=|\|\||::|[^\s])/gu;

/** The tokens of an expression; white space is left out. */
export function sqlTokens(sql: string): readonly SqlToken[] {
  return [...sql.matchAll(TOKEN)].flatMap(([raw, text, name, number, word]): readonly SqlToken[] => {
    if (text !== undefined) return [{ kind: 'text', raw, value: unquoted(text, "'") }];
    if (name !== undefined) return [{ kind: 'name', raw, value: unquoted(name, '"') }];
    if (number !== undefined) return [{ kind: 'number', raw, value: raw }];
    if (word !== undefined) return [{ kind: 'word', raw, value: raw }];
    return raw.trim() === '' ? [] : [{ kind: 'operator', raw, value: raw }];
  });
}

const unquoted = (text: string, quote: string): string => text.slice(1, -1).replaceAll(quote + quote, quote);

/** Words of SQL and names of types that stand in expressions and name no column. */
const WORDS = new Set(
  (
    'all and any array as at between both by case cast char character collate cross current_date current_time ' +
    'current_timestamp date day decimal dow double else end epoch escape exists extract false false float for from ' +
    'glob hour ilike in inet int int2 int4 int8 integer interval is isnull json jsonb leading like localtime ' +
    'localtimestamp match minute month not notnull null numeric or overlaps placing precision quarter real regexp row ' +
    'second similar smallint bigint boolean bool some symmetric text then time timestamp timestamptz timezone to ' +
    'trailing true unique unknown using uuid varchar varying when with within without year zone distinct'
  ).split(' '),
);

/** The names in an expression that must be columns and are none: words that are neither SQL nor functions count. */
export function unknownColumns(sql: string, columns: readonly string[]): readonly string[] {
  const tokens = sqlTokens(sql);
  const names = tokens.filter((it, i) => isColumn(it, tokens[i - 1], tokens[i + 1]));
  return [...new Set(names.filter((it) => columnOfToken(it, columns) === undefined).map((it) => it.value))];
}

/** The columns that an expression mentions. */
export function columnsIn(sql: string, columns: readonly string[]): readonly string[] {
  const tokens = sqlTokens(sql).filter((_, i, all) => all[i + 1]?.raw !== '(');
  return [...new Set(tokens.flatMap((it) => columnOfToken(it, columns) ?? []))];
}

/** Databases fold a word without quotes to lower case. */
function columnOfToken({ kind, value }: SqlToken, columns: readonly string[]): string | undefined {
  if (kind !== 'word' && kind !== 'name') return undefined;
  if (columns.includes(value)) return value;
  const folded = value.toLowerCase();
  return kind === 'word' && columns.includes(folded) ? folded : undefined;
}

function isColumn(token: SqlToken, before: SqlToken | undefined, after: SqlToken | undefined): boolean {
  if (token.kind === 'name') return after?.raw !== '(';
  if (token.kind !== 'word' || WORDS.has(token.value.toLowerCase())) return false;
  const isType = before?.raw === '::' || /^(as|collate)$/i.test(before?.raw ?? '') || after?.kind === 'text';
  return !isType && after?.raw !== '(' && after?.raw !== '.' && before?.raw !== '.';
}

/** The expression on one line, with the columns in quotes whose names databases would fold to lower case. */
export function portableSql(sql: string, columns: readonly string[]): string {
  const known = new Set(columns);
  const tokens = sqlTokens(sql);
  let at = 0;
  return tokens
    .map((token, i) => {
      const start = sql.indexOf(token.raw, at);
      const gap = at > 0 && start > at ? ' ' : '';
      at = start + token.raw.length;
      const folds =
        token.kind === 'word' && /\p{Lu}/u.test(token.raw) && isColumn(token, tokens[i - 1], tokens[i + 1]);
      return gap + (folds && known.has(token.raw) ? `"${token.raw}"` : token.raw);
    })
    .join('');
}
