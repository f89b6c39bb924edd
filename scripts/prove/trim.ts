import type { Part } from '../../test/support/random-schema/choose.ts';

/**
 * Leaves out of a schema whatever is not needed for it to fail: tables, then what they hold, then properties. Ends
 * after so many attempts, with the smallest that failed.
 */
export async function trimSchema(
  schema: Part,
  fails: (smaller: Part) => Promise<boolean>,
  attempts: number,
): Promise<Part> {
  let smallest = schema;
  let left = attempts;
  for (let at = 0; left > 0; ) {
    const candidates = smallerOnes(smallest);
    const smaller = candidates[at];
    if (smaller === undefined) return smallest;
    left -= 1;
    if (await fails(smaller)) smallest = smaller;
    else at += 1;
  }
  return smallest;
}

/** The schema without one of its parts, the largest parts first. */
function smallerOnes(schema: Part): readonly Part[] {
  return removable(schema, [])
    .toSorted((a, b) => a.length - b.length)
    .map((path) => without(schema, path));
}

type Path = readonly (string | number)[];

const NEEDED = new Set([
  'project_name',
  'db_type',
  'schema',
  'table_name',
  'columns',
  'name',
  'type',
  'target_table',
]);

function removable(value: unknown, at: Path): readonly Path[] {
  if (Array.isArray(value)) {
    const inner = value.flatMap((it, index) => [[...at, index], ...removable(it, [...at, index])]);
    return value.length > 1 ? inner : inner.filter((it) => it.length > at.length + 1);
  }
  if (typeof value !== 'object' || value === null || at.at(-1) === 'default') return [];
  return Object.entries(value).flatMap(([key, it]) => [
    ...(NEEDED.has(key) ? [] : [[...at, key]]),
    ...removable(it, [...at, key]),
  ]);
}

function without(schema: Part, path: Path): Part {
  const copy = structuredClone(schema);
  const last = path.at(-1) ?? '';
  let holder: unknown = copy;
  for (const step of path.slice(0, -1)) holder = (holder as Record<string | number, unknown>)[step];
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete (holder as Part)[last];
  return copy;
}
