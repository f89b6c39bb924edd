import { isArray, type Json } from '../document/json.ts';

/**
 * Why lists are not nested as those of an array are, as the end of a sentence; undefined when they are. PostgreSQL wants
 * all lists of one depth to be of one length, and keeps a list of empty lists as an empty list.
 */
export function arrayMisfit(value: Json, dimensions: number): string | undefined {
  if (!isArray(value)) return 'must be a list';
  if (value.length === 0 || dimensions < 2) return undefined;
  const lengths = lengthsOf(value, dimensions);
  const isRegular = lengths !== undefined && !lengths.includes(0);
  return isRegular
    ? undefined
    : `must be lists in ${dimensions} levels, all of a level of one length, none empty`;
}

/** The lengths of the lists of each level; undefined when one is missing or of another length. */
function lengthsOf(value: Json, levels: number): readonly number[] | undefined {
  if (levels < 1) return [];
  if (!isArray(value)) return undefined;
  const inner = value.map((it) => lengthsOf(it, levels - 1));
  const [first = []] = inner;
  return inner.every((it) => it !== undefined && String(it) === String(first))
    ? [value.length, ...first]
    : undefined;
}
