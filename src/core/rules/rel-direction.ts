import { pairRelationships } from '../schema/pairing.ts';
import { judgeLink } from './link.ts';
import { endLabel, quote, tableLabel, valueAt } from './place.ts';
import { keyLabel, placeOfKey } from './references.ts';
import type { Rule } from './rule.ts';

/** BB508: a type that contradicts which table holds the key. */
export const relDirection: Rule = {
  code: 'BB508',
  name: 'rel-direction',
  severity: 'error',
  summary: 'The type of a relationship contradicts which of the two tables holds the foreign key.',
  check: (view) =>
    pairRelationships(view).flatMap((end) => {
      const link = judgeLink(view, end);
      if (link.kind !== 'wrong-side') return [];
      const right = end.view.type === 'many_to_one' ? 'one_to_many' : 'many_to_one';
      const message = `${endLabel(end)} must be ${quote(right)}, because ${tableLabel(link.key.holder)} holds the foreign key ${keyLabel(link.key.holder, link.key.view)}`;
      return [
        {
          ...valueAt(end.view, 'type'),
          message,
          related: [{ at: placeOfKey(link.key.view).at, message: 'the foreign key' }],
        },
      ];
    }),
};
