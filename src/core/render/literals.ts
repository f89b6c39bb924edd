import type { Escape } from './strict-mustache.ts';

const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/u;

/**
 * A Python literal of a JSON value; text is escaped so that it is one string token whatever it holds, and is
 * printable, with double quotes as the formatter wants them.
 */
export function pythonLiteral(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return pythonNumber(value);
  if (typeof value === 'string') return pythonString(value);
  if (Array.isArray(value)) return `[${value.map(pythonLiteral).join(', ')}]`;
  const entries = Object.entries(value as Record<string, unknown>);
  return `{${entries.map(([key, it]) => `${pythonString(key)}: ${pythonLiteral(it)}`).join(', ')}}`;
}

function pythonNumber(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? 'float("inf")' : 'float("-inf")';
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

/** One double-quoted Python string; the quote that needs fewer backslashes is used, as ruff does. */
export function pythonString(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  const double = text.split('"').length;
  const single = text.split("'").length;
  const quote = double > single ? "'" : '"';
  const body = Array.from(text, (it) => pythonCharacter(it, quote)).join('');
  return quote + body + quote;
}

const PLAIN = /^[\w $%&()*+,\-./:;<=>?@[\]^`{|}~!#]*$/;

const SHORT: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function pythonCharacter(character: string, quote: string): string {
  if (character === quote) return `\\${quote}`;
  const short = SHORT[character];
  if (short !== undefined) return short;
  if (!CONTROL.test(character) && character.isWellFormed()) return character;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000
    ? `\\u${code.toString(16).padStart(4, '0')}`
    : `\\U${code.toString(16).padStart(8, '0')}`;
}

/** Text for a place where it may not end the line or start markup: one line, control characters dropped. */
export const oneLine = (value: unknown): string =>
  String(value ?? '')
    .replace(/\s+/gu, ' ')
    .replace(new RegExp(CONTROL.source, 'gu'), '')
    .trim();

/** Text of a Markdown paragraph: one line, what would be markup escaped, also where it starts the line. */
export const markdownText: Escape = (value) =>
  oneLine(value)
    .replace(/[\\`*_[\]<>|~&]/g, '\\$&')
    .replace(/^[#+=-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');

/** A basic string of TOML, which JSON's escapes are a subset of (except DEL). */
export const tomlString: Escape = (value) => JSON.stringify(oneLine(value)).replaceAll('\u007f', '');

const BY_EXTENSION: Readonly<Record<string, Escape>> = {
  py: pythonLiteral,
  toml: tomlString,
  md: markdownText,
};

/** How literals are written in a file, by the end of its name. */
export function escapeFor(path: string): Escape {
  return BY_EXTENSION[path.slice(path.lastIndexOf('.') + 1)] ?? oneLine;
}
