import { isArray } from '../document/json.ts';
import { type Part, type SchemaView, type TableView, texts } from '../schema/view.ts';
import { didYouMean } from '../shared/nearest.ts';
import { columnNames, keyAt, quote, repeated, tableLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB430: a constraint or index over columns that do not exist, over one column twice, or over none. */
export const constraintColumns: Rule = {
  code: 'BB430',
  name: 'constraint-columns',
  severity: 'error',
  summary: 'A constraint or index names a column that its table does not have, or one column twice, or none.',
  check: (view) =>
    view.tables.flatMap((table) => {
      const known = columnNames(table);
      const keys = table.constraints.filter(({ raw }) => KEYS.has(raw.type));
      return [
        ...keys.filter(isEmpty).map((it) => withoutColumns(table, it)),
        ...[...keys, ...table.indexes].flatMap((it) => [
          ...badNames({ table, part: it, known }),
          ...namedTwice(it, 'columns'),
          ...(it.raw.type === 'foreign_key' ? namedTwice(it, 'target_columns') : []),
          ...tooMany(view, it),
        ]),
      ];
    }),
};

const KEYS: ReadonlySet<unknown> = new Set(['primary_key', 'unique', 'foreign_key']);

const isEmpty = ({ raw }: Part): boolean =>
  raw.columns === undefined || (isArray(raw.columns) && raw.columns.length === 0);

function withoutColumns(table: TableView, part: Part): RuleFinding {
  const place = part.raw.columns === undefined ? valueAt(part, 'type') : keyAt(part, 'columns');
  return { ...place, message: `this constraint of ${tableLabel(table)} needs "columns"` };
}

type Listed = { readonly table: TableView; readonly part: Part; readonly known: readonly string[] };

function badNames({ table, part, known }: Listed): readonly RuleFinding[] {
  return texts(part.raw.columns)
    .filter((it) => it.text !== '' && !known.includes(it.text))
    .map((it) => ({
      ...valueAt(part, 'columns', it.index),
      message: `${tableLabel(table)} has no column ${quote(it.text)}${didYouMean(it.text, known)}`,
    }));
}

const namedTwice = (part: Part, property: string): readonly RuleFinding[] =>
  repeated(texts(part.raw[property]), (it) => it.text).map(({ item }) => ({
    ...valueAt(part, property, item.index),
    message: `the column ${quote(item.text)} is named twice`,
  }));

/** PostgreSQL indexes at most 32 columns. */
const MOST_COLUMNS = 32;

function tooMany(view: SchemaView, part: Part): readonly RuleFinding[] {
  const { columns } = part.raw;
  if (view.dbType !== 'postgresql' || !isArray(columns) || columns.length <= MOST_COLUMNS) return [];
  const message = `PostgreSQL indexes at most ${MOST_COLUMNS} columns; these are ${columns.length}`;
  return [{ ...keyAt(part, 'columns'), message }];
}
