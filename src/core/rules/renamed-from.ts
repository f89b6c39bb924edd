import { type Part, text } from '../schema/view.ts';
import { quote, repeated, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB217: a former name that nothing can have been renamed from. */
export const renamedFrom: Rule = {
  code: 'BB217',
  name: 'renamed-from',
  severity: 'warning',
  summary: 'A `renamed_from` has no effect: the name is still in use, or another says that it had it.',
  check: (view) => [...useless(view.tables), ...view.tables.flatMap((it) => useless(it.columns))],
};

type Named = Part & { readonly name: string | undefined };

function useless(all: readonly Named[]): readonly RuleFinding[] {
  const formerOf = ({ raw }: Part): string | undefined => text(raw.renamed_from);
  if (all.every((it) => formerOf(it) === undefined)) return [];
  const inUse = new Set(all.map((it) => it.name));
  const still = all.flatMap((it) => {
    const former = formerOf(it);
    return former === undefined || !inUse.has(former)
      ? []
      : [
          {
            ...valueAt(it, 'renamed_from'),
            message: `${quote(former)} is still in use; remove "renamed_from"`,
          },
        ];
  });
  const twice = repeated(all, formerOf)
    .filter(({ item }) => !inUse.has(formerOf(item)))
    .map(({ item, first }) => ({
      ...valueAt(item, 'renamed_from'),
      message: `another one was renamed from ${quote(formerOf(item) ?? '')}, too; keep one of them`,
      related: [{ at: [...first.at, 'renamed_from'], message: 'the other one' }],
    }));
  return [...still, ...twice];
}
