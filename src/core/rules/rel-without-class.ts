import { pairRelationships } from '../schema/pairing.ts';
import { isKeyless, isView } from '../schema/read-only.ts';
import { endLabel, tableLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB519: a relationship that has no class at one of its ends. */
export const relWithoutClass: Rule = {
  code: 'BB519',
  name: 'rel-without-class',
  severity: 'error',
  summary:
    'A relationship from or to a table without a primary key, which SQLAlchemy maps to no class, or a view, which has no foreign keys.',
  check: (view) =>
    pairRelationships(view).flatMap((end) => {
      const unfit = [end.source, end.target].find((it) => isView(it) || isKeyless(it));
      if (unfit === undefined) return [];
      const place = valueAt(end.view, unfit === end.source ? 'type' : 'target_table');
      const message = isView(unfit)
        ? `${endLabel(end)} is of the view ${tableLabel(unfit)}, which has no foreign keys and so no relationships`
        : `${endLabel(end)} needs a primary key of ${tableLabel(unfit)}; without one it can have no relationships`;
      return [{ ...place, message }];
    }),
};
