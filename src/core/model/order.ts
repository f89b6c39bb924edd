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
  for (const key of [...between.filter((it) => !isNullable(it)), ...between.filter(isNullable)]) {
    if (reaches(graph, key.targetTable, key.table)) late.add(key);
    else graph.set(key.table, (graph.get(key.table) ?? new Set()).add(key.targetTable));
  }
  return keys.map((it) => (late.has(it) ? { ...it, useAlter: true } : it));
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
  const references = new Map<string, string[]>();
  for (const key of keys) {
    if (key.useAlter || key.table === key.targetTable) continue;
    references.set(key.table, [...(references.get(key.table) ?? []), key.targetTable]);
  }
  const ordered = new Set<string>();
  const visit = (name: string): void => {
    if (ordered.has(name)) return;
    for (const target of references.get(name) ?? []) visit(target);
    ordered.add(name);
  };
  for (const name of names) visit(name);
  return [...ordered];
}
