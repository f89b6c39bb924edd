import { type End, pairRelationships } from '../schema/pairing.ts';
import { didYouMean } from '../shared/nearest.ts';
import { judgeLink, type LinkTrouble } from './link.ts';
import { endLabel, quote, quoteAll, tableLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB505: a `foreign_key` that is no key between the two tables. */
export const relForeignKey: Rule = {
  code: 'BB505',
  name: 'rel-foreign-key',
  severity: 'error',
  summary: 'The `foreign_key` of a relationship does not exist, or does not join the two tables.',
  check: (view) =>
    pairRelationships(view).flatMap((end) => {
      const link = judgeLink(view, end);
      if (link.kind !== 'bad-foreign-key') return [];
      return [{ ...valueAt(end.view, 'foreign_key'), message: explain(end, link) }];
    }),
};

type BadForeignKey = LinkTrouble & { readonly kind: 'bad-foreign-key' };

function explain(end: End, { written, known, candidates }: BadForeignKey): string {
  const names = candidates.map((it) => it.view.columns.join(', '));
  const joins = `${tableLabel(end.source)} and ${tableLabel(end.target)}`;
  const instead = names.length === 0 ? '' : `; ${quoteAll(names)} ${names.length === 1 ? 'does' : 'do'}`;
  const missing = written.find((name) => known.every((it) => it.name !== name));
  if (missing === undefined) {
    return `${quote(written.join(', '))} is not a foreign key that joins ${joins}, as ${endLabel(end)} needs${instead}`;
  }
  return `there is no column ${quote(missing)} that joins ${joins}, as ${endLabel(end)} needs${didYouMean(missing, names) || instead}`;
}
