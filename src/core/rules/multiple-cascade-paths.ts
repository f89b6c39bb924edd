import { dialectOf } from '../schema/dialects.ts';
import { pairRelationships } from '../schema/pairing.ts';
import type { SchemaView, TableView } from '../schema/view.ts';
import { groupBy } from '../shared/group-by.ts';
import { isSecondOfPair } from './link.ts';
import { endLabel, tableLabel, valueAt } from './place.ts';
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
      : [
          ...(['on_delete', 'on_update'] as const).flatMap((action) => checkAction(view, action)),
          ...checkAssociations(view),
        ],
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

/** An association table that is made goes with the rows of both ends, so no row may lead to both. */
function checkAssociations(view: SchemaView): readonly RuleFinding[] {
  const keys = references(view).filter((it) => SPREADING.has(it.key.raw.on_delete));
  const byTarget = groupBy(keys, (it) => it.table);
  const reached = [...byTarget.keys()].map((start) => tablesReached(start, byTarget));
  return pairRelationships(view)
    .filter((it) => it.view.type === 'many_to_many' && it.secondary === undefined && !isSecondOfPair(it))
    .filter((it) => reached.some((tables) => tables.has(it.source) && tables.has(it.target)))
    .map((it) => ({
      ...valueAt(it.view, 'type'),
      message: `deleting a row would reach the association table of ${endLabel(it)} by two ways, which SQL Server refuses; declare one whose keys say "NO ACTION", and name it as "secondary"`,
    }));
}

function tablesReached(
  start: TableView,
  byTarget: ReadonlyMap<TableView, readonly Reference[]>,
): ReadonlySet<TableView> {
  const tables = new Set([start]);
  for (const table of tables) for (const key of byTarget.get(table) ?? []) tables.add(key.source);
  return tables;
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
