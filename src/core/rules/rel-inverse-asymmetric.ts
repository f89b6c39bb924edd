import { endLabel, quote, quoteAll, tableLabel, valueAt } from './place.ts';
import { unanswered } from './rel-back-populates.ts';
import type { Rule } from './rule.ts';

/** BB507: two ends that would pair, but do not name each other. */
export const relInverseAsymmetric: Rule = {
  code: 'BB507',
  name: 'rel-inverse-asymmetric',
  severity: 'error',
  summary:
    'The two ends of a relationship do not name each other: `back_populates` is not the `name` at the other end.',
  check: (view) =>
    unanswered(view).flatMap(({ end, opposites }) => {
      if (opposites.length === 0 || end.candidates.length > 0) return [];
      const written = end.view.backPopulates ?? '';
      const named = opposites.filter((it) => it.name !== undefined && it.name !== written);
      if (named.length < opposites.length) return [];
      const names = quoteAll(named.flatMap((it) => it.name ?? []));
      return [
        {
          ...valueAt(end.view, 'back_populates'),
          message: `the other end of ${endLabel(end)} is named ${names} in ${tableLabel(end.target)}, not ${quote(written)}`,
          related: named.map((it) => ({ at: [...it.at, 'name'], message: 'the other end' })),
        },
      ];
    }),
};
