import { constraintName } from './identifiers.ts';
import { elementsOf, isExclusion } from './index-elements.ts';
import { singularName } from './names.ts';
import { namespaceOf, ownName, qualifiedName } from './namespaces.ts';
import { type KeyView, type Part, text } from './view.ts';

/**
 * The name of the association table of two tables: both names sorted and joined, in the namespace of the first (section
 * 5 of the format).
 */
export function associationName(a: string, b: string): string {
  const [first = '', second = ''] = [a, b].sort(byOwnName);
  return qualifiedName(namespaceOf(first), `${ownName(first)}_${ownName(second)}`);
}

/** The order of two tables in the name of their association table. */
export function byOwnName(a: string, b: string): number {
  const [x, y] = ownName(a) === ownName(b) ? [a, b] : [ownName(a), ownName(b)];
  return x < y ? -1 : Number(x > y);
}

/** The columns of an association table that hold the key of one of its tables: `{singular}_{key column}`. */
export const associationColumns = (table: string, key: readonly string[]): readonly string[] =>
  key.map((it) => `${singularName(ownName(table))}_${it}`);

/** The name of a foreign key: that of its constraint where one is written, else made from what it links. */
export function foreignKeyName(table: string, { origin, raw, columns, targetTable }: KeyView): string {
  const written = origin === 'constraint' ? text(raw.name) : undefined;
  return written ?? constraintName('fk', table, ...columns, targetTable);
}

/**
 * The name of an index or exclusion without one: its kind, its table, and its columns or the words of its expressions. What else
 * it has is not in its name, so of two over the same columns one must be named.
 */
export function indexName(table: string, index: Part): string {
  const parts = elementsOf(index).map((it) => it.name ?? wordsOf(it.expression ?? ''));
  const kind = isExclusion(index) ? 'ex' : index.raw.unique === true ? 'uq' : 'ix';
  return constraintName(kind, table, ...parts);
}

/** What of an expression can stand in a name. */
const wordsOf = (sql: string): string =>
  sql
    .match(/[\p{L}\p{M}\p{N}_]+/gu)
    ?.join('_')
    .toLowerCase() ?? '';

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

/**
 * The path of a table with a leading slash: as written, else its name, after its namespace, with hyphens for all but
 * letters and digits.
 */
export function apiPath(written: string | undefined, table: string): string {
  const hyphened = (name: string): string =>
    name.replace(/[^\p{L}\p{M}\p{N}.~]+/gu, '-').replace(/^-+|-+$/g, '') || 'table';
  const path = written ?? table.split('.').map(hyphened).join('/');
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

/** Most labels: their member only has other letters. */
const PLAIN_LABEL = /^[a-z][a-z0-9]*$/;

/** The Python name of the member of an enum: upper case, other characters replaced; a sound name for any label. */
export function memberName(label: string): string {
  if (PLAIN_LABEL.test(label) && !MEMBERS_TAKEN.has(label.toUpperCase())) return label.toUpperCase();
  const words = label
    .normalize('NFKC')
    .replace(/[^\p{ID_Continue}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .toUpperCase();
  if (words === '' || MEMBERS_TAKEN.has(words)) return `VALUE${words === '' ? '' : `_${words}`}`;
  return /^\p{ID_Start}/u.test(words) ? words : `VALUE_${words}`;
}
