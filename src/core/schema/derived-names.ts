import { constraintName } from './identifiers.ts';
import { singularName } from './names.ts';
import { type KeyView, text } from './view.ts';

/** The name of the association table of two tables: both names sorted and joined (section 5 of the format). */
export const associationName = (a: string, b: string): string => [a, b].sort().join('_');

/** The columns of an association table that hold the key of one of its tables: `{singular}_{key column}`. */
export const associationColumns = (table: string, key: readonly string[]): readonly string[] =>
  key.map((it) => `${singularName(table)}_${it}`);

/** The name of a foreign key: that of its constraint where one is written, else made from what it links. */
export function foreignKeyName(table: string, { origin, raw, columns, targetTable }: KeyView): string {
  const written = origin === 'constraint' ? text(raw.name) : undefined;
  return written ?? constraintName('fk', table, ...columns, targetTable);
}

/** The normalised name of a Python distribution (PEP 503): runs of `-`, `_` and `.` become one `-`, lower case. */
export function distributionName(project: string): string {
  return project
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/[-_.]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
}

/** The path of a table with a leading slash: as written, else its name with hyphens for all but letters and digits. */
export function apiPath(written: string | undefined, table: string): string {
  const path = written ?? (table.replace(/[^\p{L}\p{M}\p{N}.~]+/gu, '-').replace(/^-+|-+$/g, '') || 'table');
  const parts = path.split('/').filter((it) => it !== '');
  return parts.map((it) => `/${it}`).join('');
}

/**
 * The database's name of the type of an inline enum: table and column joined. SQLAlchemy takes parentheses and
 * brackets in it for arguments and dimensions, so they become underscores.
 */
export const enumTypeName = (table: string, column: string): string =>
  constraintName(table, column).replace(/[()[\]]+/g, '_');

/** Names that `enum.Enum` or `str` give a meaning of their own when they stand in the body of a StrEnum. */
const MEMBERS_TAKEN = new Set(['MRO', 'NAME', 'VALUE']);

/** The Python name of the member of an enum: upper case, other characters replaced; a sound name for any label. */
export function memberName(label: string): string {
  const words = label
    .normalize('NFKC')
    .replace(/[^\p{ID_Continue}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .toUpperCase();
  if (words === '' || MEMBERS_TAKEN.has(words)) return `VALUE${words === '' ? '' : `_${words}`}`;
  return /^\p{ID_Start}/u.test(words) ? words : `VALUE_${words}`;
}
