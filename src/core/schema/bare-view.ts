import { isArray, isObject, type Json, type JsonObject } from '../document/json.ts';

/** Properties of a column that say what a table makes of it; in a view they are without effect (BB450). */
export const OF_TABLES: readonly string[] = [
  ...['unique', 'index', 'default', 'server_default', 'generated', 'identity', 'sequence', 'autoincrement'],
  ...['on_delete', 'on_update', 'deferrable'],
];

/** A table as written; of a view only what it can have: columns with their types, and a key. */
export function bareTable(raw: JsonObject): JsonObject {
  if (raw.kind !== 'view') return raw;
  const { indexes: _, options: __, columns, constraints, ...others } = raw;
  return {
    ...others,
    ...(isArray(columns) ? { columns: columns.map((it) => (isObject(it) ? bareColumn(it) : it)) } : {}),
    // What is left out keeps its place.
    ...(isArray(constraints) ? { constraints: constraints.map((it) => (isKey(it) ? it : null)) } : {}),
  };
}

const isKey = (constraint: Json): boolean => isObject(constraint) && constraint.type === 'primary_key';

function bareColumn(column: JsonObject): JsonObject {
  const raw = Object.fromEntries(Object.entries(column).filter(([name]) => !OF_TABLES.includes(name)));
  return mayBeNumbered(column) ? { ...raw, autoincrement: false } : raw;
}

const mayBeNumbered = ({ type }: JsonObject): boolean =>
  typeof type === 'string' && /^(?:(?:Small|Big)?Integer|ForeignKey)$/.test(type);
