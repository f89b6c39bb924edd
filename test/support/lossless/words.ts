/** An object of a schema file, as its author wrote it. */
export type Part = Readonly<Record<string, unknown>>;

/** The objects of a list. */
export const parts = (value: unknown): readonly Part[] => (Array.isArray(value) ? (value as Part[]) : []);

/** A list of texts. */
export const names = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);

/** An identifier of SQL. */
export const id = (name: unknown): string => `"${String(name).replaceAll('"', '""')}"`;

/** Several identifiers. */
export const ids = (all: readonly unknown[]): string => all.map(id).join(', ');

/** A text of SQL. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Words of SQL that are there, with spaces between. */
export const words = (...all: readonly (string | false | undefined)[]): string =>
  all.filter((it) => it !== undefined && it !== false && it !== '').join(' ');

/** A table as others refer to it: `namespace.table`, or its name alone. */
export const fullName = (table: Part): string =>
  table.namespace === undefined ? String(table.table_name) : `${table.namespace}.${table.table_name}`;

/** A table in the names that it gives to others, such as the types of its enums. */
export const flatName = (table: Part): string => fullName(table).replace('.', '_');

/** The same as an identifier of SQL. */
export const tableId = (name: string): string => name.split('.').map(id).join('.');

/** The tables of a schema by their full names. */
export type Tables = ReadonlyMap<string, Part>;

/** What a `target` names: the table, and the column after the last dot. */
export function targetOf(target: unknown): { readonly table: string; readonly column: string } {
  const text = String(target);
  const dot = text.lastIndexOf('.');
  return { table: text.slice(0, dot), column: text.slice(dot + 1) };
}

/** The columns of a primary key in order: of the constraint, else those that are marked. */
export function keyOf(table: Part): readonly string[] {
  const written = parts(table.constraints).find((it) => it.type === 'primary_key');
  if (written !== undefined) return names(written.columns);
  return parts(table.columns).flatMap((it) => (it.primary_key === true ? [String(it.name)] : []));
}

/** SQL of the author: names of columns that databases would fold to lower case are put in quotes. */
export function authorSql(sql: unknown, table: Part): string {
  const columns = new Set(parts(table.columns).map((it) => String(it.name)));
  return String(sql).replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{M}\p{N}_$]*/gu, (word) =>
    /\p{Lu}/u.test(word) && columns.has(word) ? id(word) : word,
  );
}
