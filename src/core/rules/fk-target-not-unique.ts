import { isUnique } from '../schema/pairing.ts';
import { columnLabel, valueAt } from './place.ts';
import { references } from './references.ts';
import type { Rule } from './rule.ts';

/** BB413: a foreign key to a column of which several rows may have one value. */
export const fkTargetNotUnique: Rule = {
  code: 'BB413',
  name: 'fk-target-not-unique',
  severity: 'error',
  summary:
    'A foreign key references a column that is neither the primary key nor unique; databases refuse that.',
  check: (view) =>
    references(view).flatMap(({ column, table, target, name }) => {
      if (target === undefined || isUnique(table, name) || table.primaryKey.includes(name)) return [];
      return [
        {
          ...valueAt(column, 'target'),
          message: `${columnLabel(column)} references ${columnLabel(target)}, which is neither the primary key nor unique; set "unique": true there`,
          related: [{ at: [...target.at, 'name'], message: 'the referenced column' }],
        },
      ];
    }),
};
