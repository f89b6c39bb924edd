import { isReferable } from '../schema/pairing.ts';
import { isPartOfKey } from './fk-partial-composite.ts';
import { keyLabel, placeOfTargetColumns, type Reference, references, targetLabel } from './references.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB413: a foreign key to columns of which several rows may have the same values. */
export const fkTargetNotUnique: Rule = {
  code: 'BB413',
  name: 'fk-target-not-unique',
  severity: 'error',
  summary:
    'A foreign key references columns that are neither the primary key nor unique together; databases refuse that.',
  check: (view) =>
    references(view)
      .filter(({ pairs }) => pairs.every((it) => it.target !== undefined))
      .filter((it) => !isReferable(it.table, it.key.targetColumns) && !isPartOfKey(it))
      .map(describe),
};

function describe({ source, key, pairs }: Reference): RuleFinding {
  const one = pairs.length === 1;
  const advice = one
    ? 'which is neither the primary key nor unique; set "unique": true there'
    : 'which are neither the primary key nor unique together; add a unique constraint over these columns there';
  return {
    ...placeOfTargetColumns(key),
    message: `${keyLabel(source, key)} references ${targetLabel(key)}, ${advice}`,
    related: pairs.map((it) => ({
      at: [...(it.target?.at ?? []), 'name'],
      message: one ? 'the referenced column' : 'a referenced column',
    })),
  };
}
