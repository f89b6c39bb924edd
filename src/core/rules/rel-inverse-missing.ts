import type { End } from '../schema/pairing.ts';
import { endLabel, quote, tableLabel, valueAt } from './place.ts';
import { unanswered } from './rel-back-populates.ts';
import type { Rule } from './rule.ts';

/** BB506: a `back_populates` that names nothing. */
export const relInverseMissing: Rule = {
  code: 'BB506',
  name: 'rel-inverse-missing',
  severity: 'error',
  summary: 'A written `back_populates` finds no relationship at the other table that could be the other end.',
  check: (view) =>
    unanswered(view)
      .filter((it) => it.opposites.length === 0 || it.end.candidates.length > 0)
      .map(({ end }) => ({ ...valueAt(end.view, 'back_populates'), message: explain(end) })),
};

const INVERSE: Readonly<Record<string, string>> = { one_to_many: 'many_to_one', many_to_one: 'one_to_many' };

function explain(end: End): string {
  const type = end.view.type ?? '';
  const start = `${tableLabel(end.target)} has no relationship ${quote(end.view.backPopulates ?? '')} that could be the other end of ${endLabel(end)}`;
  return end.candidates.length > 0
    ? `${start}, since the one that fits has another partner; remove "back_populates"`
    : `${start}; add a ${quote(INVERSE[type] ?? type)} there or remove "back_populates"`;
}
