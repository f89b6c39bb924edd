import { sqlFault } from '../schema/sql-text.ts';
import { unknownColumns } from '../schema/sql-tokens.ts';
import { type Part, type TableView, text } from '../schema/view.ts';
import { didYouMean } from '../shared/nearest.ts';
import { columnNames, quote, tableLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB432: a check that is not one SQL expression over columns of its table. */
export const checkExpression: Rule = {
  code: 'BB432',
  name: 'check-expression',
  severity: 'error',
  summary:
    'A check has no expression, is not one balanced SQL expression, or names a column that its table does not have.',
  check: (view) =>
    view.tables.flatMap((table) =>
      table.constraints.filter((it) => it.raw.type === 'check').flatMap((it) => checkPart(table, it)),
    ),
};

function checkPart(table: TableView, part: Part): readonly RuleFinding[] {
  const sql = text(part.raw.expression);
  if (sql === undefined) {
    if (part.raw.expression !== undefined && part.raw.expression !== '') return [];
    const place = valueAt(part, part.raw.expression === undefined ? 'type' : 'expression');
    return [{ ...place, message: `this check of ${tableLabel(table)} needs an "expression"` }];
  }
  const place = valueAt(part, 'expression');
  const fault = sqlFault(sql);
  if (fault !== undefined) return [{ ...place, message: `the check of ${tableLabel(table)} ${fault}` }];
  const known = columnNames(table);
  return unknownColumns(sql, known).map((it) => ({ ...place, message: whyUnknown(table, it, known) }));
}

function whyUnknown(table: TableView, name: string, known: readonly string[]): string {
  if (/^select$/i.test(name))
    return `the check of ${tableLabel(table)} has a subquery, which no database takes there`;
  return `${tableLabel(table)} has no column ${quote(name)}, which its check names${didYouMean(name, known)}`;
}
