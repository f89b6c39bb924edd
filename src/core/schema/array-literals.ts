import { isArray, type Json } from '../document/json.ts';
import { hexToBase64 } from './base64.ts';
import { kindOfType, type ValueKind } from './column-types.ts';
import { readHstore } from './hstore-literals.ts';
import type { ColumnView } from './view.ts';

/** The items of an array as texts, lists within lists. */
type Nested = string | readonly Nested[];

const CAST = String.raw`(?:\s*::\s*[a-z][\w ]*(?:\(\d+(?:\s*,\s*\d+)?\))?(?:\[\])*)?`;
const BRACES = new RegExp(`^'((?:[^']|'')*)'${CAST}$`, 'i');
const CONSTRUCTOR = new RegExp(`^ARRAY\\s*(\\[.*?\\])${CAST}$`, 'is');

/**
 * The value of an array in SQL, as `'{a,b}'` or `ARRAY['a','b']`, or as the text of JSON where that is kept in its place;
 * undefined when it is none, or has NULLs.
 */
export function readArraySql(sql: string, column: ColumnView): Json | undefined {
  const written = sql.trim().replace(/^\((.*)\)$/s, '$1');
  const inQuotes = BRACES.exec(written)?.[1]?.replaceAll("''", "'").trim();
  if (inQuotes?.startsWith('[')) return jsonOf(inQuotes);
  const constructed = CONSTRUCTOR.exec(written)?.[1];
  const json = inQuotes === undefined ? asJson(constructed ?? '', IN_BRACKETS) : asJson(inQuotes, IN_BRACES);
  const kind = kindOfType(column.items?.type);
  const read = json === undefined ? undefined : (jsonOf(json) as Nested | undefined);
  return kind === undefined || !isArray(read) ? undefined : valuesOf(read, kind);
}

function jsonOf(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

type Grammar = {
  readonly token: RegExp;
  readonly textOf: (raw: string) => string | undefined;
};

const IN_BRACES: Grammar = {
  token: /\s*([{},]|"(?:[^"\\]|\\.)*"|(?:[^{},"\\\s]|\\.)(?:[^{},"\\]|\\.)*)\s*/gsy,
  textOf: (raw) => {
    if (/^null$/i.test(raw.trim())) return undefined;
    const inside = raw.startsWith('"') ? raw.slice(1, -1) : raw.trim();
    return inside.replace(/\\(.)/gs, '$1');
  },
};

const IN_BRACKETS: Grammar = {
  token: new RegExp(
    String.raw`\s*(?:ARRAY\s*(?=\[))?([[\],]|(?:'(?:[^']|'')*'|-?[\d.]+|true|false)${CAST})\s*`,
    'gsyi',
  ),
  textOf: (raw) => {
    const quoted = /^'((?:[^']|'')*)'/.exec(raw)?.[1];
    return quoted === undefined ? raw.replace(/\s*::.*$/s, '') : quoted.replaceAll("''", "'");
  },
};

const MARKS: Readonly<Record<string, string>> = { '{': '[', '}': ']', '[': '[', ']': ']', ',': ',' };

/** A literal as JSON, with every item as a text; undefined where something is no token, or NULL. */
function asJson(text: string, { token, textOf }: Grammar): string | undefined {
  let json = '';
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const raw = token.exec(text)?.[1];
    const piece = raw === undefined ? undefined : (MARKS[raw] ?? JSON.stringify(textOf(raw)));
    if (piece === undefined) return undefined;
    json += piece;
  }
  return json;
}

function valuesOf(nested: Nested, kind: ValueKind): Json | undefined {
  if (typeof nested === 'string') return itemOf(nested, kind);
  const values = nested.map((it) => valuesOf(it, kind));
  return values.some((it) => it === undefined)
    ? undefined
    : values.flatMap((it) => (it === undefined ? [] : [it]));
}

/** An item in the form of a `default`; intervals are only read in that form. */
function itemOf(text: string, kind: ValueKind): Json | undefined {
  switch (kind) {
    case 'integer':
    case 'float':
      return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined;
    case 'boolean':
      return BOOLEANS[text.toLowerCase()];
    case 'binary': {
      const hex = /^\\x((?:[0-9a-f]{2})*)$/i.exec(text)?.[1];
      return hex === undefined ? undefined : hexToBase64(hex);
    }
    case 'json':
      return jsonOf(text);
    case 'hstore':
      return readHstore(text);
    case 'interval':
      return undefined;
    default:
      return text;
  }
}

const BOOLEANS: Readonly<Record<string, boolean>> = { t: true, true: true, f: false, false: false };
