import type { TextPlace } from './text-places.ts';

/** Places and the text that all of them get. */
export type Replacement = readonly [places: readonly TextPlace[], text: string];

/** A schema with other texts; names are renamed wherever they are mentioned, in `table.column` and in SQL as well. */
export function replaceTexts(schema: unknown, all: readonly Replacement[]): unknown {
  const copy = structuredClone(schema);
  const renamed = new Map<string, string>();
  for (const [places, text] of all) {
    for (const place of places) {
      put(copy, place, inLanguage(place, text));
      if (place.kind === 'name' && place.value !== undefined) {
        renamed.set(place.value.replace(/^-/, ''), text);
      }
    }
  }
  return renamed.size === 0 ? copy : mention(copy, '', renamed);
}

function put(schema: unknown, { at }: TextPlace, text: string): void {
  const step = (it: unknown, key: string | number): unknown => (it as Record<string | number, unknown>)[key];
  const holder = at.slice(0, -1).reduce<unknown>(step, schema);
  (holder as Record<string | number, unknown>)[at.at(-1) ?? ''] = text;
}

type Write = (text: string, value: string | undefined) => string;

const storable = (text: string): string => text.replace(/[\0\p{Cs}]/gu, '');

/** As a second choice, because the rows of the tests are made after the first one. */
const regExp: Write = (text, value) =>
  `${value ?? 'x'}|${storable(text).replace(/[\\^$.*+?()[\]{}|#&~-]/g, '\\$&')}`;

const literal = (text: string): string => `'${storable(text).replaceAll("'", "''")}'`;

const condition = (text: string, value: string | undefined): string => {
  const own = `${literal(text)} = ${literal(text)}`;
  return value === undefined ? own : `(${value}) or ${own}`;
};

/** How a text becomes a literal of the language that a property is written in. */
const LANGUAGES: Readonly<Record<string, Write>> = {
  pattern: regExp,
  server_default: literal,
  where: condition,
  expression: condition,
  definition: (text, value) =>
    `SELECT * FROM (${value ?? 'SELECT 1 AS id'}) AS inner_rows WHERE ${literal(text)} = ${literal(text)}`,
  order_by: (text, value) => (value?.startsWith('-') === true ? `-${text}` : text),
};

function inLanguage({ property, value }: TextPlace, text: string): string {
  const write = LANGUAGES[property.slice(property.lastIndexOf('.') + 1)];
  return write === undefined ? text : write(text, value);
}

type Names = ReadonlyMap<string, string>;

function mention(value: unknown, key: string, renamed: Names): unknown {
  if (Array.isArray(value)) return value.map((it) => mention(it, key, renamed));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, mention(it, name, renamed)]));
  }
  return typeof value === 'string' ? (MENTIONS[key]?.(value, renamed) ?? value) : value;
}

const dotted = (text: string, renamed: Names): string =>
  text
    .split('.')
    .map((it) => renamed.get(it) ?? it)
    .join('.');

const inSql = (sql: string, renamed: Names): string =>
  sql.replace(/'(?:[^']|'')*'|"((?:[^"]|"")*)"|[\p{L}_][\p{L}\p{M}\p{N}_$]*/gu, (word, quoted?: string) => {
    const name = renamed.get(quoted ?? word);
    return name === undefined ? word : `"${name}"`;
  });

/** Texts that mention names among other things. */
const MENTIONS: Readonly<Record<string, (text: string, renamed: Names) => string>> = {
  target: dotted,
  target_table: dotted,
  expression: inSql,
  where: inSql,
  definition: inSql,
};
