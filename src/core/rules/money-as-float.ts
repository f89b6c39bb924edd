import type { ColumnView } from '../schema/view.ts';
import { columnLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB319: amounts of money in numbers that have no exact tenths. */
export const moneyAsFloat: Rule = {
  code: 'BB319',
  name: 'money-as-float',
  severity: 'information',
  summary:
    'A column that seems to hold money is a floating-point number, which has no exact 0.10: sums are off by cents.',
  check: (view) =>
    view.tables
      .flatMap((it) => it.columns)
      .filter((it) => FLOATING.has(it.type ?? '') && isMoney(it))
      .map((it) => ({
        ...valueAt(it, 'type'),
        message: `${columnLabel(it)} seems to hold money; "Numeric" with "precision" and "scale" keeps every cent`,
      })),
};

const FLOATING: ReadonlySet<string> = new Set(['Float', 'Double', 'Real']);

const isMoney = ({ name = '' }: ColumnView): boolean =>
  /(^|_)(price|amount|total|subtotal|balance|cost|fee|salary|revenue|refund)s?(_|$)/.test(
    name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase(),
  );
