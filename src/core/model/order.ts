import { groupBy } from '../shared/group-by.ts';
import type { ForeignKey } from './model.ts';

/**
 * Marks with `useAlter` the keys that leave no cycle between different tables; nullable keys are taken first,
 * because those are the ones that are filled in after both rows exist.
 */
export function breakCycles(
  keys: readonly ForeignKey[],
  isNullable: (key: ForeignKey) => boolean,
): readonly ForeignKey[] {
  const graph = new Map<string, Set<string>>();
  const late = new Set<ForeignKey>();
  const between = keys.filter((it) => it.table !== it.targetTable);
  const knotted = new Set(withoutEnds(withoutEnds(between, 'targetTable'), 'table'));
  for (const key of [...between.filter((it) => !isNullable(it)), ...between.filter(isNullable)]) {
    if (!knotted.has(key)) continue;
    if (reaches(graph, key.targetTable, key.table)) late.add(key);
    else graph.set(key.table, (graph.get(key.table) ?? new Set()).add(key.targetTable));
  }
  return keys.map((it) => (late.has(it) ? { ...it, useAlter: true } : it));
}

/**
 * The keys without those that lead to, or come from, a table beyond which no key goes on; what is left after both
 * are the cycles and what lies between them. One pass, however many tables there are.
 */
function withoutEnds(keys: readonly ForeignKey[], side: 'table' | 'targetTable'): readonly ForeignKey[] {
  const other = side === 'table' ? 'targetTable' : 'table';
  const leading = groupBy(keys, (it) => it[side]);
  const left = new Map([...groupBy(keys, (it) => it[other])].map(([name, all]) => [name, all.length]));
  const ends = [...leading.keys()].filter((it) => !left.has(it));
  const gone = new Set<ForeignKey>();
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
    for (const key of leading.get(end) ?? []) {
      gone.add(key);
      const rest = (left.get(key[other]) ?? 0) - 1;
      left.set(key[other], rest);
      if (rest === 0) ends.push(key[other]);
    }
  }
  return keys.filter((it) => !gone.has(it));
}

function reaches(graph: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...(graph.get(at) ?? []));
  }
  return false;
}

/** Names of tables so that each comes after those it references; keys with `useAlter` do not count. */
export function creationOrder(names: readonly string[], keys: readonly ForeignKey[]): readonly string[] {
  const early = keys.filter((it) => !it.useAlter && it.table !== it.targetTable);
  const references = groupBy(early, (it) => it.table);
  const ordered = new Set<string>();
  for (const name of names) {
    // A list of its own instead of recursion: a chain of keys may be as long as the schema.
    const open = [name];
    for (let at = open.at(-1); at !== undefined; at = open.at(-1)) {
      const next = references.get(at)?.find((it) => !ordered.has(it.targetTable));
      if (next !== undefined) open.push(next.targetTable);
      else ordered.add(open.pop() ?? at);
    }
  }
  return [...ordered];
}
