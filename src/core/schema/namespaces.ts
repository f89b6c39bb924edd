/**
 * A table is known by its name, with `namespace.` before it where it has one; no other name has a dot. Where there are
 * no database schemas, on SQLite and MySQL, the namespace is a part of the name.
 */
export const qualifiedName = (namespace: string | undefined, table: string): string =>
  namespace === undefined ? table : `${namespace}.${table}`;

/** The namespace of a table by the name that it is known by. */
export const namespaceOf = (table: string): string | undefined =>
  table.includes('.') ? table.slice(0, table.indexOf('.')) : undefined;

/** The name of a table in its namespace. */
export const ownName = (table: string): string => table.slice(table.indexOf('.') + 1);

/** The name of a table where there are no database schemas; others begin or end with it everywhere. */
export const flatName = (table: string): string => table.replace('.', '_');
