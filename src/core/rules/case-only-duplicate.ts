import type { Part } from '../schema/view.ts';
import { columnLabel, repeated, tableLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB204: names that differ only in case are one name on SQLite, where every project runs its tests. */
export const caseOnlyDuplicate: Rule = {
  code: 'BB204',
  name: 'case-only-duplicate',
  severity: 'error',
  summary: 'Two tables, or two columns of a table, differ only in case; SQLite takes them for the same.',
  check: (view) => [
    ...clashes(view.tables, 'table_name', tableLabel),
    ...view.tables.flatMap((it) => clashes(it.columns, 'name', columnLabel)),
  ],
};

type Named = Part & { readonly name: string | undefined };

function clashes<T extends Named>(
  all: readonly T[],
  property: string,
  label: (it: T) => string,
): readonly RuleFinding[] {
  return repeated(all, (it) => it.name?.replace(/[A-Z]/g, (letter) => letter.toLowerCase()))
    .filter(({ item, first }) => item.name !== first.name)
    .map(({ item, first }) => ({
      ...valueAt(item, property),
      message: `${label(item)} differs from ${label(first)} only in case, which SQLite does not tell apart; rename one`,
      related: [{ at: [...first.at, property], message: 'the other name' }],
    }));
}
