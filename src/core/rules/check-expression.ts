import type { JsonObject } from '../document/json.ts';
import { columnsIn } from '../schema/sql-tokens.ts';
import { type ColumnView, type Part, type SchemaView, type TableView, text } from '../schema/view.ts';
import { numberedColumns } from './given-values.ts';
import { columnLabel, columnNames, tableLabel, valueAt } from './place.ts';
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
  return [
    ...whyNotOverColumns(view, table, { part: 'check', sql }),
    ...changedUnchecked(view, table, sql),
  ].map((message) => ({ ...valueAt(part, 'expression'), message }));
}

/** What MySQL changes by itself without a check (its manual, 15.1.20.6 "CHECK Constraints"). */
function changedUnchecked(view: SchemaView, table: TableView, sql: string): readonly string[] {
  if (view.dbType !== 'mysql') return [];
  const numbered = numberedColumns(view);
  const changed = table.foreignKeys.filter(({ raw }) => changesKey(raw)).flatMap((it) => it.columns);
  const why = (it: ColumnView): string | undefined => {
    if (numbered.has(it) || it.raw.identity !== undefined) return 'numbers itself';
    return changed.includes(it.name ?? '') ? 'changes with the row that it refers to' : undefined;
  };
  return columnsIn(sql, columnNames(table))
    .flatMap((it) => table.columnByName.get(it) ?? [])
    .filter((it) => why(it) !== undefined)
    .map((it) => `MySQL takes no check of ${columnLabel(it)}, which it ${why(it) ?? ''}`);
}

const changesKey = ({ on_delete, on_update }: JsonObject): boolean =>
  on_delete === 'SET NULL' || on_update === 'SET NULL' || on_update === 'CASCADE';
