import type { SchemaView, TableView } from '../schema/view.ts';
import { groupBy } from '../shared/group-by.ts';
import { isRequiredKey } from './nullability.ts';
import { quote } from './place.ts';
import { keyLabel, placeOfTarget, type Reference, references } from './references.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB421: tables that need each other's rows first. */
export const requiredCycle: Rule = {
  code: 'BB421',
  name: 'required-cycle',
  severity: 'error',
  summary:
    'Required foreign keys form a cycle of two or more tables, so that no first row could ever be inserted.',
  check: (view) => cyclesOf(requiredKeys(view)).map(report),
};

/** The keys without which no row of their table can exist. */
function requiredKeys(view: SchemaView): ReadonlyMap<TableView, readonly Reference[]> {
  const keys = references(view).filter(
    ({ source, key, table }) =>
      source !== table && isRequiredKey(source, key) && key.raw.deferrable === undefined,
  );
  return groupBy(keys, (it) => it.source);
}

/** One cycle of each group of tables that reach each other, in the order of the file. */
function cyclesOf(keys: ReadonlyMap<TableView, readonly Reference[]>): readonly (readonly Reference[])[] {
  const done = new Set<TableView>();
  const cycles: (readonly Reference[])[] = [];
  for (const start of keys.keys()) {
    if (done.has(start)) continue;
    const cycle = walkFrom(start, keys, done);
    if (cycle !== undefined) cycles.push(cycle);
  }
  return cycles;
}

/** Depth-first without recursion; marks what it has seen as done and returns the first cycle it closes. */
function walkFrom(
  start: TableView,
  keys: ReadonlyMap<TableView, readonly Reference[]>,
  done: Set<TableView>,
): readonly Reference[] | undefined {
  const path: { readonly table: TableView; readonly via: Reference | undefined; next: number }[] = [];
  path.push({ table: start, via: undefined, next: 0 });
  let found: readonly Reference[] | undefined;
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    done.add(top.table);
    const key = keys.get(top.table)?.[top.next];
    top.next += 1;
    if (key === undefined) path.pop();
    else if (!done.has(key.table)) path.push({ table: key.table, via: key, next: 0 });
    else found ??= closed(key, path);
  }
  return found;
}

type Step = { readonly table: TableView; readonly via: Reference | undefined };

function closed(key: Reference, path: readonly Step[]): readonly Reference[] | undefined {
  const from = path.findIndex((it) => it.table === key.table);
  if (from < 0) return undefined;
  return [...path.slice(from + 1).flatMap((it) => (it.via === undefined ? [] : [it.via])), key];
}

function report(cycle: readonly Reference[]): RuleFinding {
  const [first, ...others] = cycle as readonly [Reference, ...Reference[]];
  const names = [...cycle.map((it) => it.source), first.source]
    .map((it) => quote(it.name ?? '?'))
    .join(' → ');
  return {
    ...placeOfTarget(first.key),
    message: `no first row can be inserted: ${names} all require each other; make one of these keys nullable`,
    related: others.map((it) => ({
      at: placeOfTarget(it.key).at,
      message: `${keyLabel(it.source, it.key)} is required`,
    })),
  };
}
