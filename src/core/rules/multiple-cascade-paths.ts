import { dialectOf } from '../schema/dialects.ts';
import type { SchemaView, TableView } from '../schema/view.ts';
import { groupBy } from '../shared/group-by.ts';
import { tableLabel, valueAt } from './place.ts';
import { keyLabel, placeOfTarget, type Reference, references } from './references.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB419: rows that SQL Server would reach by several ways. */
export const multipleCascadePaths: Rule = {
  code: 'BB419',
  name: 'multiple-cascade-paths',
  severity: 'error',
  summary:
    'On SQL Server one row may be reached by `CASCADE`, `SET NULL` or `SET DEFAULT` over one way only, and never over ' +
    'a circle (error 1785 of the server).',
  check: (view) =>
    dialectOf(view).multipleCascadePaths
      ? []
      : (['on_delete', 'on_update'] as const).flatMap((action) => checkAction(view, action)),
};

type Action = 'on_delete' | 'on_update';

const SPREADING: ReadonlySet<unknown> = new Set(['CASCADE', 'SET NULL', 'SET DEFAULT']);

/** The server looks at what one DELETE causes, and at what one UPDATE causes, on its own. */
function checkAction(view: SchemaView, action: Action): readonly RuleFinding[] {
  const keys = references(view).filter((it) => SPREADING.has(it.key.raw[action]));
  const byTarget = groupBy(keys, (it) => it.table);
  return [...byTarget.keys()].flatMap((start) => walk(start, byTarget, action));
}

/** Breadth-first from a table to those that its changes reach; the first key that reaches one again is reported. */
function walk(
  start: TableView,
  byTarget: ReadonlyMap<TableView, readonly Reference[]>,
  action: Action,
): readonly RuleFinding[] {
  const reachedBy = new Map<TableView, readonly Reference[]>([[start, []]]);
  for (const [table, path] of reachedBy) {
    for (const key of byTarget.get(table) ?? []) {
      const other = reachedBy.get(key.source);
      if (other !== undefined)
        return [{ ...valueAt(key.key, action), ...report(start, [...path, key], other) }];
      reachedBy.set(key.source, [...path, key]);
    }
  }
  return [];
}

function report(start: TableView, path: readonly Reference[], other: readonly Reference[]) {
  const way = [start, ...path.map((it) => it.source)].map(tableLabel).join(' → ');
  const again = other.length === 0 ? 'itself again' : 'one table by two ways';
  return {
    message: `a change of ${tableLabel(start)} would reach ${again} (${way}), which SQL Server refuses; write "NO ACTION" here`,
    related: [...path.slice(0, -1), ...other].map((it) => ({
      at: placeOfTarget(it.key).at,
      message: `${keyLabel(it.source, it.key)} is on the way`,
    })),
  };
}
