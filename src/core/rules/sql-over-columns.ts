import { dbTypeOf } from '../schema/dialects.ts';
import { sqlFault } from '../schema/sql-text.ts';
import { sqlTokens, unknownColumns, unquotedColumns } from '../schema/sql-tokens.ts';
import { isReservedIn } from '../schema/sql-words.ts';
import type { SchemaView, TableView } from '../schema/view.ts';
import { didYouMean } from '../shared/nearest.ts';
import { columnNames, quote, tableLabel } from './place.ts';

/** SQL in a part of a table. */
type PartOfTable = { readonly part: string; readonly sql: string };

/** Why SQL in a part of a table (a check, an index) is not one expression over the columns of the table. */
export function whyNotOverColumns(
  view: SchemaView,
  table: TableView,
  { part, sql }: PartOfTable,
): readonly string[] {
  const fault = sqlFault(sql) ?? (hasSeveral(sql) ? 'must be one expression, without ","' : undefined);
  if (fault !== undefined) return [`the ${part} of ${tableLabel(table)} ${fault}`];
  const known = columnNames(table);
  const unknown = unknownColumns(sql, known).map((it) =>
    /^select$/i.test(it)
      ? `the ${part} of ${tableLabel(table)} has a subquery, which no database takes there`
      : `${tableLabel(table)} has no column ${quote(it)}, which its ${part} names${didYouMean(it, known)}`,
  );
  return [...unknown, ...whyUnquoted(view, table, { part: `the ${part} of ${tableLabel(table)}`, sql })];
}

/** Names of columns that SQL must quote because they are words of its own, as sentences about what has the SQL. */
export const whyUnquoted = (
  view: SchemaView,
  table: TableView,
  { part, sql }: PartOfTable,
): readonly string[] =>
  unquotedColumns(sql, columnNames(table), (it) => isReservedIn(dbTypeOf(view), it)).map(
    (it) => `${part} must have the column ${quote(it)} in double quotes, because it is a word of SQL`,
  );

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
