import { pairRelationships } from '../schema/pairing.ts';
import { isKeyless } from '../schema/read-only.ts';
import { endLabel, tableLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB519: a relationship that has no class at one of its ends. */
export const relWithoutClass: Rule = {
  code: 'BB519',
  name: 'rel-without-class',
  severity: 'error',
  summary: 'A relationship from or to a table without a primary key, which SQLAlchemy maps to no class.',
  check: (view) =>
    pairRelationships(view).flatMap((end) => {
      const keyless = [end.source, end.target].find(isKeyless);
      if (keyless === undefined) return [];
      const place = valueAt(end.view, keyless === end.source ? 'type' : 'target_table');
      const message = `${endLabel(end)} needs a primary key of ${tableLabel(keyless)}; without one it can have no relationships`;
      return [{ ...place, message }];
    }),
};
