import { sqlFault } from '../schema/sql-text.ts';
import { type ColumnView, text } from '../schema/view.ts';
import { columnLabel, keyAt, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB326: a type that needs to be told more. */
export const typeParameters: Rule = {
  code: 'BB326',
  name: 'type-parameters',
  severity: 'error',
  summary:
    'A `Custom` type without a sound `sql_type`, a `Range` without `subtype`, or a `timezone` of a range without times.',
  check: (view) => view.tables.flatMap((it) => it.columns).flatMap(checkColumn),
};

function checkColumn(column: ColumnView): readonly RuleFinding[] {
  if (column.type === 'Custom') return custom(column);
  return column.type === 'Range' ? range(column) : [];
}

function custom(column: ColumnView): readonly RuleFinding[] {
  const { sql_type: written } = column.raw;
  if (written === undefined) return [needs(column, 'sql_type')];
  const fault = typeof written === 'string' ? sqlFault(written) : undefined;
  return fault === undefined
    ? []
    : [{ ...valueAt(column, 'sql_type'), message: `the SQL type of ${columnLabel(column)} ${fault}` }];
}

function range(column: ColumnView): readonly RuleFinding[] {
  const { subtype, timezone } = column.raw;
  if (subtype === undefined) return [needs(column, 'subtype')];
  const isIdle = timezone !== undefined && text(subtype) !== undefined && subtype !== 'DateTime';
  const message = `"timezone" has no effect on ${columnLabel(column)}, a range without times`;
  return isIdle ? [{ ...keyAt(column, 'timezone'), severity: 'warning', message }] : [];
}

const needs = (column: ColumnView, property: string): RuleFinding => ({
  ...valueAt(column, 'type'),
  message: `${columnLabel(column)} of the type ${column.type ?? ''} needs "${property}"`,
});
