import { didYouMean } from '../shared/nearest.ts';
import { quote } from './place.ts';
import { keyLabel, placeOfTargetColumn, references } from './references.ts';
import type { Rule } from './rule.ts';

/** BB412: a foreign key to a column that its table does not have. */
export const fkUnknownColumn: Rule = {
  code: 'BB412',
  name: 'fk-unknown-column',
  severity: 'error',
  summary: 'A foreign key references a column that its target table does not have.',
  check: (view) =>
    references(view).flatMap(({ source, key, table, pairs }) =>
      pairs
        .filter((it) => it.target === undefined)
        .map(({ name, index }) => ({
          ...placeOfTargetColumn(key, index),
          message: `${keyLabel(source, key)} references ${quote(`${table.name ?? ''}.${name}`)}, but that table has no such column${didYouMean(name, table.columnByName.keys())}`,
        })),
    ),
};
