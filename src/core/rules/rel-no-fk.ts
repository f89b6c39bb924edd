import { type End, pairRelationships } from '../schema/pairing.ts';
import { judgeLink } from './link.ts';
import { endLabel, tableLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB503: a relationship that no foreign key carries. */
export const relNoFk: Rule = {
  code: 'BB503',
  name: 'rel-no-fk',
  severity: 'error',
  summary: 'No foreign key joins the two tables of a relationship.',
  check: (view) => {
    const ends = pairRelationships(view);
    const lacking = ends.filter((it) => judgeLink(view, it).kind === 'no-key');
    const reported = new Set<string>();
    return lacking.flatMap((end) => {
      const pair = [end.source.index, end.target.index].sort((a, b) => a - b).join(' ');
      if (reported.has(pair)) return [];
      reported.add(pair);
      return [{ ...valueAt(end.view, 'target_table'), message: advice(end) }];
    });
  },
};

function advice(end: End): string {
  const { source, target } = end;
  if (source === target) {
    return `no foreign key joins ${tableLabel(source)} to itself, as ${endLabel(end)} needs; add a column with a "target"`;
  }
  const holder = end.view.type === 'one_to_many' ? target : source;
  return `no foreign key joins ${tableLabel(source)} and ${tableLabel(target)}, as ${endLabel(end)} needs; add a column with a "target" to ${tableLabel(holder)}`;
}
