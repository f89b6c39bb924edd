import { pairRelationships } from '../schema/pairing.ts';
import { texts } from '../schema/view.ts';
import { didYouMean } from '../shared/nearest.ts';
import { columnNames, endLabel, quote, tableLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB518: an order by a column that does not exist. */
export const orderByColumn: Rule = {
  code: 'BB518',
  name: 'order-by-column',
  severity: 'error',
  summary: 'The `order_by` of a relationship names a column that the target table does not have.',
  check: (view) =>
    pairRelationships(view).flatMap((end) => {
      const known = columnNames(end.target);
      return texts(end.view.raw.order_by).flatMap(({ text, index }) => {
        const name = text.replace(/^-/, '');
        if (text === '' || known.includes(name)) return [];
        const message = `${endLabel(end)} is ordered by ${quote(name)}, but ${tableLabel(end.target)} has no such column${didYouMean(name, known)}`;
        return [{ ...valueAt(end.view, 'order_by', index), message }];
      });
    }),
};
