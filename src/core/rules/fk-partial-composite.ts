import { isReferable } from '../schema/pairing.ts';
import { quoteAll } from './place.ts';
import { keyLabel, placeOfTargetColumns, type Reference, references, targetLabel } from './references.ts';
import type { Rule } from './rule.ts';

/** BB415: a foreign key to some columns of a key that has more. */
export const fkPartialComposite: Rule = {
  code: 'BB415',
  name: 'fk-partial-composite',
  severity: 'error',
  summary: 'A foreign key references only a part of a composite primary key, which does not identify a row.',
  check: (view) =>
    references(view)
      .filter((it) => isPartOfKey(it) && !isReferable(it.table, it.key.targetColumns))
      .map(({ source, key, table }) => ({
        ...placeOfTargetColumns(key),
        message: `${keyLabel(source, key)} references ${targetLabel(key)}, which is only a part of the key ${quoteAll(table.primaryKey)}; reference all of it with a constraint, or a column that is unique by itself`,
      })),
};

/** Whether all that is referenced belongs to the primary key. */
export const isPartOfKey = ({ table, pairs }: Reference): boolean =>
  pairs.every((it) => it.target !== undefined && table.primaryKey.includes(it.name));
