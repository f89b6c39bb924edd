import { elementsOf } from '../schema/index-elements.ts';
import { type ColumnView, columnOf, type TableView, texts } from '../schema/view.ts';
import type { Finding } from '../shared/diagnostic.ts';
import { valueAt } from './place.ts';

type Place = Pick<Finding, 'at' | 'part'>;

/** A key, unique or index with the columns that it is over, each with the place that names it. */
export type IndexKey = {
  readonly what: 'a primary key' | 'a unique' | 'an index';
  readonly columns: readonly (Place & { readonly column: ColumnView })[];
};

const FLAGS = [
  ['unique', 'a unique'],
  ['index', 'an index'],
] as const;

/** Everything of a table that the database keeps an index for. */
export function indexKeys(table: TableView): readonly IndexKey[] {
  const flagged = FLAGS.flatMap(([flag, what]) =>
    table.columns
      .filter((it) => it.raw[flag] === true)
      .map((column) => ({ what, columns: [{ column, ...valueAt(column, flag) }] })),
  );
  return [...primaryKey(table), ...flagged, ...constraints(table), ...indexes(table)];
}

function primaryKey(table: TableView): readonly IndexKey[] {
  const columns = table.primaryKey.flatMap((name) => {
    const column = columnOf(table, name);
    return column === undefined
      ? []
      : [{ column, ...valueAt(column, column.primaryKey ? 'primary_key' : 'name') }];
  });
  return columns.length === 0 ? [] : [{ what: 'a primary key', columns }];
}

const constraints = (table: TableView): readonly IndexKey[] =>
  table.constraints
    .filter((it) => it.raw.type === 'unique')
    .map((it) => ({
      what: 'a unique',
      columns: texts(it.raw.columns).flatMap(({ text, index }) =>
        named(table, text, valueAt(it, 'columns', index)),
      ),
    }));

const indexes = (table: TableView): readonly IndexKey[] =>
  table.indexes.map((it) => ({
    what: 'an index',
    columns: elementsOf(it).flatMap((element) =>
      named(table, element.name, { at: element.nameAt, part: 'value' }),
    ),
  }));

function named(table: TableView, name: string | undefined, place: Place): IndexKey['columns'] {
  const column = columnOf(table, name);
  return column === undefined ? [] : [{ column, ...place }];
}
