import { texts } from '../schema/view.ts';
import { columnLabel, valueAt } from './place.ts';
import { references } from './references.ts';
import type { Rule } from './rule.ts';

/** BB422: a foreign key that the database cannot look up. */
export const fkNotIndexed: Rule = {
  code: 'BB422',
  name: 'fk-not-indexed',
  severity: 'information',
  summary:
    'A foreign key has no index: deleting the referenced row and listing its children read the whole table.',
  check: (view) =>
    references(view)
      .filter(({ source, column, target }) => {
        const lists = [
          ...source.uniques,
          ...source.indexes.map((it) => texts(it.raw.columns).map(({ text }) => text)),
        ];
        return (
          target !== undefined && column.raw.index !== true && !lists.some((it) => it[0] === column.name)
        );
      })
      .map(({ column }) => ({
        ...valueAt(column, 'name'),
        message: `the foreign key ${columnLabel(column)} has no index; write "index": true`,
      })),
};
