import { type End, holdsKey, isUnique, pairRelationships } from '../schema/pairing.ts';
import { endLabel, valueAt } from './place.ts';
import { keyLabel, placeOfKey } from './references.ts';
import type { Rule } from './rule.ts';

/** BB511: a one-to-one whose key lets several rows share one partner. */
export const oneToOneNotUnique: Rule = {
  code: 'BB511',
  name: 'one-to-one-not-unique',
  severity: 'warning',
  summary: 'The foreign key of a one-to-one relationship is not unique; a unique constraint is added.',
  check: (view) =>
    pairRelationships(view).flatMap((end) => {
      const [key] = end.keys;
      if (key === undefined || end.view.type !== 'one_to_one' || !speaksForPair(end)) return [];
      if (end.keys.length > 1 || isUnique(key.holder, key.view.columns)) return [];
      return [
        {
          ...valueAt(end.view, 'type'),
          message: `${endLabel(end)} is one-to-one, so ${keyLabel(key.holder, key.view)} gets a unique constraint; write ${key.view.columns.length === 1 ? '"unique": true' : 'one'} there`,
          related: [{ at: placeOfKey(key.view).at, message: 'the foreign key' }],
        },
      ];
    }),
};

const speaksForPair = (end: End): boolean => end.partner === undefined || holdsKey(end);
