import { sameNames } from '../schema/same-names.ts';
import { type KeyView, type TableView, texts } from '../schema/view.ts';
import { quoteAll } from './place.ts';
import { keyLabel, placeOfKey, references } from './references.ts';
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
      .filter(
        ({ source, key, pairs }) => pairs.every((it) => it.target !== undefined) && !isIndexed(source, key),
      )
      .map(({ source, key }) => ({
        ...placeOfKey(key),
        message: `the foreign key ${keyLabel(source, key)} has no index; ${advice(key)}`,
      })),
};

/** Whether a list of the table starts with the columns of a key, in any order. */
function isIndexed(table: TableView, { columns }: KeyView): boolean {
  const lists = [
    ...table.uniques,
    ...table.indexes.map((it) => texts(it.raw.columns).map(({ text }) => text)),
    ...table.columns.flatMap((it) => (it.raw.index === true && it.name !== undefined ? [[it.name]] : [])),
  ];
  return lists.some((it) => sameNames(it.slice(0, columns.length), columns));
}

const advice = ({ columns }: KeyView): string =>
  columns.length === 1 ? 'write "index": true' : `add one over ${quoteAll(columns)} to "indexes"`;
