import { dialectOf } from '../schema/dialects.ts';
import { type ColumnView, number, type SchemaView } from '../schema/view.ts';
import { columnLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB302: text of any length where the database wants to know how much it is. */
export const stringNeedsLength: Rule = {
  code: 'BB302',
  name: 'string-needs-length',
  severity: 'error',
  summary:
    'A `String` without `length`: MySQL refuses it, and SQL Server stores it as `VARCHAR(max)`, which no index takes.',
  check: (view) => view.tables.flatMap((it) => it.columns).flatMap((it) => checkColumn(view, it)),
};

function checkColumn(view: SchemaView, column: ColumnView): readonly RuleFinding[] {
  if (column.type !== 'String' || number(column.raw.length) !== undefined) return [];
  if (column.raw.format === 'password') return [];
  const { label, text } = dialectOf(view);
  const place = valueAt(column, 'type');
  if (text.needsLength) {
    const message = `${columnLabel(column)} needs "length" on ${label}; write one, such as 255, or use "Text"`;
    return [{ ...place, message }];
  }
  if (view.dbType !== 'mssql') return [];
  const message = `${columnLabel(column)} has no "length", so ${label} stores it as VARCHAR(max), which no index takes`;
  return [{ ...place, severity: 'information', message }];
}
