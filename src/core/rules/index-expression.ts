import { elementsOf } from '../schema/index-elements.ts';
import type { Part, TableView } from '../schema/view.ts';
import { valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { whyNotOverColumns } from './sql-over-columns.ts';

/** BB441: SQL of an index that is not one expression over columns of its table. */
export const indexExpression: Rule = {
  code: 'BB441',
  name: 'index-expression',
  severity: 'error',
  summary:
    'An `expression` or `where` of an index is not one balanced SQL expression, or names a column that its table does not have.',
  check: (view) =>
    view.tables.flatMap((table) =>
      table.indexes.flatMap((index) => [
        ...elementsOf(index).flatMap((it) => sqlIn(table, it, 'expression')),
        ...sqlIn(table, index, 'where'),
      ]),
    ),
};

function sqlIn(table: TableView, part: Part, property: string): readonly RuleFinding[] {
  const sql = part.raw[property];
  if (typeof sql !== 'string') return [];
  return whyNotOverColumns(table, 'index', sql).map((message) => ({ ...valueAt(part, property), message }));
}
