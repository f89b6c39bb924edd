import { sqlFault } from '../schema/sql-text.ts';
import { typedParts } from '../schema/typed-parts.ts';
import { type ColumnView, number, text } from '../schema/view.ts';
import { columnLabel, keyAt, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB326: a type that needs to be told more. */
export const typeParameters: Rule = {
  code: 'BB326',
  name: 'type-parameters',
  severity: 'error',
  summary:
    'A `Custom` type without a sound `sql_type`, a `Range` without `subtype`, or a `timezone` of a range without times; an `Array` without `items`, with a password as items, or of more dimensions than PostgreSQL has.',
  check: (view) => typedParts(view).flatMap(checkColumn),
};

function checkColumn(column: ColumnView): readonly RuleFinding[] {
  if (column.type === 'Custom') return custom(column);
  if (column.type === 'Array') return array(column);
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

/** The most dimensions that PostgreSQL keeps. */
const MOST_DIMENSIONS = 6;

function array(column: ColumnView): readonly RuleFinding[] {
  const dimensions = number(column.raw.dimensions) ?? 1;
  const isOut = dimensions < 1 || dimensions > MOST_DIMENSIONS;
  const message = `the dimensions of ${columnLabel(column)} must be from 1 to ${MOST_DIMENSIONS}`;
  return [
    ...(column.raw.items === undefined ? [needs(column, 'items')] : []),
    ...(isOut ? [{ ...valueAt(column, 'dimensions'), message }] : []),
    ...(column.items?.raw.format === 'password'
      ? [
          {
            ...valueAt(column.items, 'format'),
            message: `the items of ${columnLabel(column)} cannot be passwords, which are hashed one by one`,
          },
        ]
      : []),
  ];
}

const needs = (column: ColumnView, property: string): RuleFinding => ({
  ...valueAt(column, 'type'),
  message: `${columnLabel(column)} of the type ${column.type ?? ''} needs "${property}"`,
});
