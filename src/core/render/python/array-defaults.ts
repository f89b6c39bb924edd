import type { ArrayType, ColumnType } from '../../model/column-type.ts';
import { base64ToHex } from '../../schema/base64.ts';
import { hstoreText, type TextMap } from '../../schema/hstore-literals.ts';
import { durationSql } from './durations.ts';
import { decimalText, inUtc } from './literal-texts.ts';

/** Lists of a default, so many within each other, as Python writes them. */
export function arrayLiteral(value: unknown, depth: number, write: (item: unknown) => string): string {
  if (depth === 0) return write(value);
  const items = Array.isArray(value) ? value : [];
  return `[${items.map((it) => arrayLiteral(it, depth - 1, write)).join(', ')}]`;
}

/** A default in the SQL of PostgreSQL, just as it writes it back, and as the JSON that others keep. */
export function arraySql(
  type: ArrayType,
  value: unknown,
): { readonly postgresql: string; readonly json: string } {
  const braces = inBraces(value, type.dimensions, (it) => quoted(textOf(type.items, it)));
  // Values of json have no equality by which Alembic could compare them.
  const cast = type.items.kind === 'json' && !type.items.binary ? '::json[]' : '';
  return {
    postgresql: `'${braces.replaceAll("'", "''")}'${cast}`,
    json: JSON.stringify(mapItems(value, type.dimensions, (it) => jsonOf(type.items, it))),
  };
}

function inBraces(value: unknown, depth: number, write: (item: unknown) => string): string {
  if (depth === 0) return write(value);
  const items = Array.isArray(value) ? value : [];
  return `{${items.map((it) => inBraces(it, depth - 1, write)).join(',')}}`;
}

function mapItems(value: unknown, depth: number, change: (item: unknown) => unknown): unknown {
  if (depth === 0) return change(value);
  return Array.isArray(value) ? value.map((it) => mapItems(it, depth - 1, change)) : [];
}

/** An item in the text of an array, in quotes where PostgreSQL's `array_out` puts them. */
const quoted = (text: string): string =>
  text === '' || /^null$/i.test(text) || /["\\{},\s]/.test(text)
    ? `"${text.replace(/["\\]/g, '\\$&')}"`
    : text;

/** An item as PostgreSQL reads it. */
function textOf(type: ColumnType, value: unknown): string {
  switch (type.kind) {
    case 'boolean':
      return value === true ? 't' : 'f';
    case 'json':
      return JSON.stringify(value);
    case 'hstore':
      return hstoreText(value as TextMap);
    case 'interval':
      return durationSql(String(value))[0].slice(1, -1);
    case 'binary':
      return `\\x${base64ToHex(String(value))}`;
    case 'decimal':
      return decimalText(value, type.scale);
    default:
      return String(value);
  }
}

/** An item as pydantic writes it into JSON. */
function jsonOf(type: ColumnType, value: unknown): unknown {
  switch (type.kind) {
    case 'decimal':
      return decimalText(value, type.scale);
    case 'datetime':
    case 'time':
      return inUtc(String(value));
    case 'uuid':
      return String(value).toLowerCase();
    case 'binary':
      return String(value).replaceAll('+', '-').replaceAll('/', '_');
    default:
      return value;
  }
}
