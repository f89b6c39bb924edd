import { dialectOf } from '../schema/dialects.ts';
import { isReferable } from '../schema/pairing.ts';
import { isRequired } from './nullability.ts';
import { keyLabel, placeOfTargetColumns, type Reference, references, targetLabel } from './references.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB426: a key to a unique that could hold one row without a value. */
export const fkTargetNullable: Rule = {
  code: 'BB426',
  name: 'fk-target-nullable',
  severity: 'error',
  summary:
    'On SQL Server a foreign key references unique columns that may be empty. A unique that a key references is over all rows there, and takes two rows without a value for equal.',
  check: (view) =>
    dialectOf(view).index.nullsEqual
      ? references(view)
          .filter((it) => isReferable(it.table, it.key.targetColumns))
          .flatMap((it) => describe(it, dialectOf(view).label))
      : [],
};

function describe({ source, key, table, pairs }: Reference, label: string): readonly RuleFinding[] {
  const empty = pairs.flatMap(({ target }) =>
    target === undefined || isRequired(table, target) ? [] : [target],
  );
  if (empty.length === 0) return [];
  return [
    {
      ...placeOfTargetColumns(key),
      message: `${keyLabel(source, key)} references ${targetLabel(key)}, of which ${label} then takes one row without a value; set "nullable": false there`,
      related: empty.map((it) => ({ at: [...it.at, 'name'], message: 'a column that may be empty' })),
    },
  ];
}
