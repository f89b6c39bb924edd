import { isUnique } from '../schema/pairing.ts';
import { isRequiredKey } from './nullability.ts';
import { keyLabel, placeOfTarget, references } from './references.ts';
import type { Rule } from './rule.ts';

/** BB420: a row that needs another row of its own table. */
export const requiredSelfReference: Rule = {
  code: 'BB420',
  name: 'required-self-reference',
  severity: 'warning',
  summary:
    'A required foreign key references its own table: the first row can only reference itself, and so can every row when the key is unique, too (error).',
  check: (view) =>
    references(view)
      .filter(({ source, table, key }) => source === table && isRequiredKey(source, key))
      .map(({ source, key }) => {
        const isOne = isUnique(source, key.columns);
        const rows = isOne ? 'is unique, so every row' : 'references its own table, so the first row';
        return {
          ...placeOfTarget(key),
          severity: isOne ? ('error' as const) : ('warning' as const),
          message: `${keyLabel(source, key)} is required and ${rows} can only reference itself; ${isOne ? 'make' : 'consider making'} it nullable`,
        };
      }),
};
