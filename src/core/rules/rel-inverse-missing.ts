import { endLabel, quote, tableLabel, valueAt } from './place.ts';
import { type Unanswered, unanswered } from './rel-back-populates.ts';
import type { Rule } from './rule.ts';

/** BB506: a `back_populates` that names nothing. */
export const relInverseMissing: Rule = {
  code: 'BB506',
  name: 'rel-inverse-missing',
  severity: 'error',
  summary: 'A written `back_populates` finds no relationship at the other table that could be the other end.',
  check: (view) =>
    unanswered(view)
      .filter((it) => it.misnamed.length === 0)
      .map((it) => ({ ...valueAt(it.end.view, 'back_populates'), message: advice(it) })),
};

const INVERSE: Readonly<Record<string, string>> = {
  one_to_many: 'many_to_one',
  many_to_one: 'one_to_many',
};

function advice({ end, isTaken }: Unanswered): string {
  const type = end.view.type ?? '';
  const start = `${tableLabel(end.target)} has no relationship ${quote(end.view.backPopulates ?? '')} that could be the other end of ${endLabel(end)}`;
  return isTaken
    ? `${start}, since the one that fits has another partner; remove "back_populates"`
    : `${start}; add a ${quote(INVERSE[type] ?? type)} there or remove "back_populates"`;
}
