import { limitsFor } from '../schema/dialects.ts';
import { typedParts } from '../schema/typed-parts.ts';
import { type ColumnView, number, type SchemaView } from '../schema/view.ts';
import { columnLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB305: a precision that the database does not take. */
export const precisionRange: Rule = {
  code: 'BB305',
  name: 'precision-range',
  severity: 'error',
  summary:
    'The precision or scale is out of the range of its type (for Numeric 1000 digits on PostgreSQL, 65 on MySQL with a ' +
    'scale of at most 30, 38 on SQL Server; for times 6 digits of a second, 7 on SQL Server).',
  check: (view) => typedParts(view).flatMap((it) => [...precision(view, it), ...scale(view, it)]),
};

type Bounds = { readonly least: number; readonly most: number };

function precision(view: SchemaView, column: ColumnView): readonly RuleFinding[] {
  if (column.type === 'Numeric' && column.raw.precision === undefined) return withoutPrecision(view, column);
  const value = number(column.raw.precision);
  const bounds = boundsOf(view, column);
  if (bounds === undefined || value === undefined || (value >= bounds.least && value <= bounds.most))
    return [];
  const range = Number.isFinite(bounds.most)
    ? `from ${bounds.least} to ${bounds.most}`
    : `at least ${bounds.least}`;
  return [
    { ...valueAt(column, 'precision'), message: `the precision of ${columnLabel(column)} must be ${range}` },
  ];
}

/** SQL takes DECIMAL without digits for one without any after the point; only some databases differ. */
function withoutPrecision(view: SchemaView, column: ColumnView): readonly RuleFinding[] {
  const { label, numeric } = limitsFor(view, column);
  if (numeric.isOpen) return [];
  const message = `${columnLabel(column)} needs "precision" and "scale": without them ${label} keeps no digits after the point`;
  return [{ ...valueAt(column, 'type'), message }];
}

function boundsOf(view: SchemaView, column: ColumnView): Bounds | undefined {
  const { type } = column;
  const { numeric, fraction } = limitsFor(view, column);
  if (type === 'Numeric') return { least: 1, most: numeric.precision };
  return type === 'DateTime' || type === 'Time' ? { least: 0, most: fraction } : undefined;
}

function scale(view: SchemaView, column: ColumnView): readonly RuleFinding[] {
  const value = number(column.raw.scale);
  const { scale: most } = limitsFor(view, column).numeric;
  if (value === undefined || column.type !== 'Numeric' || (value >= 0 && value <= most)) return [];
  const range = value < 0 ? 'at least 0' : `at most ${most}`;
  return [{ ...valueAt(column, 'scale'), message: `the scale of ${columnLabel(column)} must be ${range}` }];
}
