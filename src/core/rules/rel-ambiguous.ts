import { type End, pairRelationships } from '../schema/pairing.ts';
import type { RelationshipView, SchemaView } from '../schema/view.ts';
import { isSecondOfPair, judgeLink } from './link.ts';
import { endLabel, joined, quote, tableLabel, valueAt } from './place.ts';
import { keyLabel, placeOfKey } from './references.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB504: a relationship that several keys could carry, or that several others could be the other end of. */
export const relAmbiguous: Rule = {
  code: 'BB504',
  name: 'rel-ambiguous',
  severity: 'error',
  summary: 'Several foreign keys join the two tables, or several relationships could be the other end.',
  check: (view) => pairRelationships(view).flatMap((end) => checkEnd(view, end)),
};

function checkEnd(view: SchemaView, end: End): readonly RuleFinding[] {
  const link = judgeLink(view, end);
  if (link.kind === 'several') {
    if (isSecondOfPair(end)) return [];
    const labels = link.keys.map((it) => keyLabel(it.holder, it.view));
    return [
      {
        ...valueAt(end.view, 'target_table'),
        message: `${endLabel(end)} could use any of the foreign keys ${joined(labels)}; write "foreign_key" to choose one`,
        related: link.keys.map((it) => ({ at: placeOfKey(it.view).at, message: 'a candidate' })),
      },
    ];
  }
  if (link.kind !== 'none' || end.partner !== undefined || end.candidates.length < 2) return [];
  return [severalPartners(end)];
}

function severalPartners(end: End): RuleFinding {
  return {
    ...valueAt(end.view, end.view.backPopulates === undefined ? 'target_table' : 'back_populates'),
    message: `${end.candidates.length} relationships of ${tableLabel(end.target)} could be the other end of ${endLabel(end)}: ${end.candidates.map(describe).join(', ')}; give them a "name" and write it as "back_populates"`,
    related: end.candidates.map((it) => ({ at: [...it.at, 'target_table'], message: 'a candidate' })),
  };
}

const describe = (it: RelationshipView): string =>
  it.name === undefined ? `number ${Number(it.at.at(-1)) + 1}` : quote(it.name);
