import { sqlFault } from '../schema/sql-text.ts';
import { sqlTokens, unknownColumns } from '../schema/sql-tokens.ts';
import type { TableView } from '../schema/view.ts';
import { didYouMean } from '../shared/nearest.ts';
import { columnNames, quote, tableLabel } from './place.ts';

/** Why SQL in a part of a table (a check, an index) is not one expression over the columns of the table. */
export function whyNotOverColumns(table: TableView, part: string, sql: string): readonly string[] {
  const fault = sqlFault(sql) ?? (hasSeveral(sql) ? 'must be one expression, without ","' : undefined);
  if (fault !== undefined) return [`the ${part} of ${tableLabel(table)} ${fault}`];
  const known = columnNames(table);
  return unknownColumns(sql, known).map((it) =>
    /^select$/i.test(it)
      ? `the ${part} of ${tableLabel(table)} has a subquery, which no database takes there`
      : `${tableLabel(table)} has no column ${quote(it)}, which its ${part} names${didYouMean(it, known)}`,
  );
}

/** Whether a comma stands outside of all brackets. */
function hasSeveral(sql: string): boolean {
  let depth = 0;
  return sqlTokens(sql).some(({ kind, raw }) => {
    if (kind !== 'operator') return false;
    if ('([{'.includes(raw)) depth += 1;
    if (')]}'.includes(raw)) depth -= 1;
    return raw === ',' && depth === 0;
  });
}
