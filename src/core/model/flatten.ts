import { flatName } from '../schema/namespaces.ts';

/** Properties that hold the name of a table; other names have no dot. */
const NAMES: ReadonlySet<string> = new Set(['name', 'table', 'targetTable']);

/** Values of the schema's author, which are left as they are. */
const OPAQUE: ReadonlySet<string> = new Set(['default', 'sql', 'expression', 'definition']);

/**
 * The tables of a model for a database that has no namespaces: those are a part of the tables' names then. What was one
 * object in several places still is.
 */
export function withoutNamespaces<T extends object>(tables: T): T {
  const seen = new Map<object, object>();
  const copy = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const known = seen.get(value);
    if (known !== undefined) return known;
    const made: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {};
    seen.set(value, made);
    return Object.assign(
      made,
      Array.isArray(value) ? value.map(copy) : Object.fromEntries(Object.entries(value).map(copyEntry)),
    );
  };
  const copyEntry = ([key, value]: [string, unknown]): [string, unknown] => {
    if (OPAQUE.has(key)) return [key, value];
    return [key, NAMES.has(key) && typeof value === 'string' ? flatName(value) : copy(value)];
  };
  return copy(tables) as T;
}
