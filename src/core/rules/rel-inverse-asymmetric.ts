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
    unanswered(view)
      .filter((it) => it.misnamed.length > 0)
      .map(({ end, misnamed }) => ({
        ...valueAt(end.view, 'back_populates'),
        message: `the other end of ${endLabel(end)} is named ${quoteAll(misnamed.flatMap((it) => it.name ?? []))} in ${tableLabel(end.target)}, not ${quote(end.view.backPopulates ?? '')}`,
        related: misnamed.map((it) => ({ at: [...it.at, 'name'], message: 'the other end' })),
      })),
};
