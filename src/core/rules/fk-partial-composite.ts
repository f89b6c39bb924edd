import { isUnique } from '../schema/pairing.ts';
import { columnLabel, quoteAll, valueAt } from './place.ts';
import { references } from './references.ts';
import type { Rule } from './rule.ts';

/** BB415: a foreign key to one column of a key that has several. */
export const fkPartialComposite: Rule = {
  code: 'BB415',
  name: 'fk-partial-composite',
  severity: 'error',
  summary: 'A foreign key references only a part of a composite primary key, which does not identify a row.',
  check: (view) =>
    references(view).flatMap(({ column, table, target, name }) => {
      if (target === undefined || !table.primaryKey.includes(name) || isUnique(table, name)) return [];
      const message = `${columnLabel(column)} references ${columnLabel(target)}, which is only a part of the key ${quoteAll(table.primaryKey)}; reference a column that is unique by itself`;
      return [{ ...valueAt(column, 'target'), message }];
    }),
};
