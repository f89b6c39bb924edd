import { readArraySql } from './array-literals.ts';
import { hexToBase64 } from './base64.ts';
import type { ValueKind } from './column-types.ts';
import { readInterval } from './duration.ts';
import { readHstore } from './hstore-literals.ts';
import type { ColumnView } from './view.ts';

/** The kinds whose values databases write in such different ways that a default in SQL has to be read. */
const READ: Readonly<Partial<Record<ValueKind, (text: string) => unknown>>> = {
  binary: readBytes,
  hstore: readHstore,
  interval: (text) => (readInterval(text) === undefined ? undefined : text),
};

/** Whether a `server_default` of a column of this kind must be a literal that is read. */
export const isReadDefault = (kind: ValueKind): boolean => kind === 'array' || READ[kind] !== undefined;

const QUOTED = /^(?:interval\s*)?'((?:[^']|'')*)'(?:\s*::\s*[a-z][\w ]*(?:\(\d+\))?(?:\[\])*)?$/i;

/**
 * The value of a literal of SQL, such as `'1 day'::interval`, in the form of a `default`; undefined when it is none of
 * the kind. `typed` is the column that the type comes from.
 */
export function readSqlLiteral(kind: ValueKind, sql: string, typed: ColumnView): unknown {
  if (kind === 'array') return readArraySql(sql, typed);
  const found = QUOTED.exec(sql.trim().replace(/^\((.*)\)$/, '$1'));
  return found === null ? undefined : READ[kind]?.((found[1] ?? '').replaceAll("''", "'"));
}

/** `\x00ff` of PostgreSQL. */
function readBytes(text: string): string | undefined {
  if (text === '') return '';
  const hex = /^\\x((?:[0-9a-f]{2})*)$/i.exec(text)?.[1];
  return hex === undefined ? undefined : hexToBase64(hex);
}
