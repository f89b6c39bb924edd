import { dialectOf } from '../schema/dialects.ts';
import { resolvedColumn } from '../schema/pairing.ts';
import type { SchemaView, TableView } from '../schema/view.ts';
import { isRequired } from './nullability.ts';
import { optionColumnNames, tableLabel, valueAt } from './place.ts';
import { type RowBytes, rowBytes } from './row-bytes.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB327: a table whose rows its database has no room for. */
export const rowTooWide: Rule = {
  code: 'BB327',
  name: 'row-too-wide',
  severity: 'error',
  summary:
    'The columns of a table are together wider than MySQL allows: 65535 bytes as they are declared, where a character takes four, and 8126 of what is kept in the page of a row, which are columns of up to 255 bytes whole and 22 of longer ones.',
  check: (view) =>
    dialectOf(view).row.bytes === Number.POSITIVE_INFINITY
      ? []
      : view.tables.flatMap((it) => inTable(view, it)),
};

/** Numbers of its transaction and of its older version, which InnoDB keeps in every row, and the row's own header. */
const HIDDEN = 6 + 7 + 5;

/** A column of the options is a moment or a number. */
const OF_OPTION = 8;

function inTable(view: SchemaView, table: TableView): readonly RuleFinding[] {
  const { row, label } = dialectOf(view);
  const columns = [...table.columnByName.values()];
  const nullable = columns.filter((it) => !isRequired(table, it)).length;
  const start = optionColumnNames(table).length * OF_OPTION + Math.ceil(nullable / 8);
  const sum = columns
    .flatMap((it): readonly RowBytes[] => {
      const typed = resolvedColumn(view, it);
      return typed === undefined ? [] : [rowBytes(view, typed)];
    })
    .reduce((a, b) => ({ declared: a.declared + b.declared, inPage: a.inPage + b.inPage }), {
      declared: start,
      inPage: start + HIDDEN,
    });
  const finding = (message: string) => [{ ...valueAt(table, 'table_name'), message }];
  if (sum.declared > row.bytes)
    return finding(
      `the columns of ${tableLabel(table)} can take ${sum.declared} bytes together, but ${label} allows ${row.bytes}; lower "length", or use "Text"`,
    );
  if (sum.inPage < row.pageBytes) return [];
  return finding(
    `${label} has no room for a row of ${tableLabel(table)}: ${sum.inPage} bytes of ${row.pageBytes - 1}; texts of a "length" above 63, and "Text", are kept elsewhere`,
  );
}
