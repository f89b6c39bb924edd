import { isArray } from '../document/json.ts';
import { dialectOf } from '../schema/dialects.ts';
import { type ElementView, elementsOf, partsWithElements } from '../schema/index-elements.ts';
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
        ...partsWithElements(table).flatMap((it) =>
          elementsOf(it).flatMap((element) => badElement(table, element, known)),
        ),
        ...table.indexes.flatMap((it) => [
          ...badNames({ table, part: it, property: 'include', known }),
          ...elementTwice(it),
          ...namedTwice(it, 'include'),
          ...tooMany(view, it),
        ]),
        ...keys.flatMap((it) => [
          ...badNames({ table, part: it, property: 'columns', known }),
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

type Listed = {
  readonly table: TableView;
  readonly part: Part;
  readonly property: string;
  readonly known: readonly string[];
};

function badNames({ table, part, property, known }: Listed): readonly RuleFinding[] {
  return texts(part.raw[property])
    .filter((it) => it.text !== '' && !known.includes(it.text))
    .map((it) => ({ ...valueAt(part, property, it.index), message: unknown(table, it.text, known) }));
}

const unknown = (table: TableView, name: string, known: readonly string[]): string =>
  `${tableLabel(table)} has no column ${quote(name)}${didYouMean(name, known)}`;

const badElement = (
  table: TableView,
  { name, nameAt }: ElementView,
  known: readonly string[],
): readonly RuleFinding[] =>
  name === undefined || known.includes(name)
    ? []
    : [{ at: nameAt, part: 'value', message: unknown(table, name, known) }];

/** A column may be there again with other operators. */
const elementTwice = (index: Part): readonly RuleFinding[] =>
  repeated(elementsOf(index), ({ name, raw }) =>
    name === undefined ? undefined : JSON.stringify([name, raw.opclass]),
  ).map(({ item }) => ({
    at: item.nameAt,
    part: 'value',
    message: `the column ${quote(item.name ?? '')} is named twice`,
  }));

const namedTwice = (part: Part, property: string): readonly RuleFinding[] =>
  repeated(texts(part.raw[property]), (it) => it.text).map(({ item }) => ({
    ...valueAt(part, property, item.index),
    message: `the column ${quote(item.text)} is named twice`,
  }));

function tooMany(view: SchemaView, part: Part): readonly RuleFinding[] {
  const { columns } = part.raw;
  const { label, index } = dialectOf(view);
  if (!isArray(columns) || columns.length <= index.columns) return [];
  const message = `${label} indexes at most ${index.columns} columns; these are ${columns.length}`;
  return [{ ...keyAt(part, 'columns'), message }];
}
