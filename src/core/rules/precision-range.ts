import { type ColumnView, number, type SchemaView } from '../schema/view.ts';
import { columnLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB305: a precision that the database does not take. */
export const precisionRange: Rule = {
  code: 'BB305',
  name: 'precision-range',
  severity: 'error',
  summary: 'The precision of a number is out of the range of its type (1 to 1000 for Numeric on PostgreSQL).',
  check: (view) =>
    view.tables.flatMap((it) => it.columns).flatMap((it) => [...precision(view, it), ...scale(it)]),
};

type Bounds = { readonly least: number; readonly most: number };

function precision(view: SchemaView, column: ColumnView): readonly RuleFinding[] {
  const value = number(column.raw.precision);
  const bounds = boundsOf(view, column.type);
  if (bounds === undefined || value === undefined || (value >= bounds.least && value <= bounds.most))
    return [];
  const range = Number.isFinite(bounds.most)
    ? `from ${bounds.least} to ${bounds.most}`
    : `at least ${bounds.least}`;
  return [
    { ...valueAt(column, 'precision'), message: `the precision of ${columnLabel(column)} must be ${range}` },
  ];
}

function boundsOf(view: SchemaView, type: string | undefined): Bounds | undefined {
  if (type === 'Numeric')
    return { least: 1, most: view.dbType === 'postgresql' ? 1000 : Number.POSITIVE_INFINITY };
  return type === 'Float' || type === 'Double' || type === 'Real' ? { least: 1, most: 53 } : undefined;
}

function scale(column: ColumnView): readonly RuleFinding[] {
  const value = number(column.raw.scale);
  if (value === undefined || value >= 0 || column.type !== 'Numeric') return [];
  return [{ ...valueAt(column, 'scale'), message: `the scale of ${columnLabel(column)} must be at least 0` }];
}
