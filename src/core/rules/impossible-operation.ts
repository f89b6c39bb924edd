import { isKeyless, possibleOperations } from '../schema/read-only.ts';
import { OPERATIONS } from '../schema/shape.ts';
import { type TableView, texts } from '../schema/view.ts';
import { quote, tableLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB705: a route that a view, or a table without a primary key, cannot have. */
export const impossibleOperation: Rule = {
  code: 'BB705',
  name: 'impossible-operation',
  severity: 'error',
  summary: 'An operation of a table that is read only, because it is a view or has no primary key.',
  check: (view) => view.tables.flatMap(impossible),
};

function impossible(table: TableView): readonly RuleFinding[] {
  if (table.api === undefined || table.api === false) return [];
  const possible = possibleOperations(table);
  return texts(table.api.operations)
    .filter((it) => OPERATIONS.some((known) => known === it.text && !possible.includes(known)))
    .map((it) => ({
      ...valueAt(table, 'api', 'operations', it.index),
      message: `${tableLabel(table)} ${isKeyless(table) ? 'has no primary key' : 'is a view'} and cannot have ${quote(it.text)}; its rows can only be ${isKeyless(table) ? 'listed' : 'read'}`,
    }));
}
