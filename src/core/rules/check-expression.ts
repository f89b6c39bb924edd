import { type Part, type SchemaView, type TableView, text } from '../schema/view.ts';
import { tableLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { whyNotOverColumns } from './sql-over-columns.ts';

/** BB432: a check that is not one SQL expression over columns of its table. */
export const checkExpression: Rule = {
  code: 'BB432',
  name: 'check-expression',
  severity: 'error',
  summary:
    'A check has no expression, is not one balanced SQL expression, or names a column that its table does not have.',
  check: (view) =>
    view.tables.flatMap((table) =>
      table.constraints.filter((it) => it.raw.type === 'check').flatMap((it) => checkPart(view, table, it)),
    ),
};

function checkPart(view: SchemaView, table: TableView, part: Part): readonly RuleFinding[] {
  const sql = text(part.raw.expression);
  if (sql === undefined) {
    if (part.raw.expression !== undefined && part.raw.expression !== '') return [];
    const place = valueAt(part, part.raw.expression === undefined ? 'type' : 'expression');
    return [{ ...place, message: `this check of ${tableLabel(table)} needs an "expression"` }];
  }
  return whyNotOverColumns(view, table, { part: 'check', sql }).map((message) => ({
    ...valueAt(part, 'expression'),
    message,
  }));
}
