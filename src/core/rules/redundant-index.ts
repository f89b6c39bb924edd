import {
  type ElementView,
  elementsOf,
  isOwnNulls,
  leadingColumns,
  methodOf,
} from '../schema/index-elements.ts';
import { type ColumnView, type Part, type TableView, texts } from '../schema/view.ts';
import { columnLabel, keyAt, quoteAll } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB403: an index or unique that another one makes unnecessary. */
export const redundantIndex: Rule = {
  code: 'BB403',
  name: 'redundant-index',
  severity: 'hint',
  summary: 'An index or unique is unnecessary, because a key, a unique or a longer index does its work.',
  check: (view) => view.tables.flatMap((it) => [...onColumns(it), ...ofTable(it)]),
};

function onColumns(table: TableView): readonly RuleFinding[] {
  return table.columns.flatMap((it) => {
    const isKey = table.primaryKey.length === 1 && table.primaryKey[0] === it.name;
    return [
      ...(it.raw.unique === true && isKey ? [unnecessary(it, 'unique', 'is the primary key')] : []),
      ...(it.raw.index === true ? reasonForIndex(table, it).map((why) => unnecessary(it, 'index', why)) : []),
    ];
  });
}

function reasonForIndex(table: TableView, column: ColumnView): readonly string[] {
  if (column.raw.unique === true) return ['is unique, which has an index of its own'];
  if (table.primaryKey[0] === column.name)
    return ['comes first in the primary key, which has an index of its own'];
  const longer = table.indexes.find((it) => leadingColumns(it)[0] === column.name);
  const unique = table.constraints.find(
    (it) => it.raw.type === 'unique' && texts(it.raw.columns)[0]?.text === column.name,
  );
  const other = longer ?? unique;
  return other === undefined ? [] : [`comes first in the index over ${quoteAll(namesOf(other))}`];
}

/** The columns and expressions of a unique or an index. */
const namesOf = (part: Part): readonly string[] =>
  elementsOf(part).map((it) => it.name ?? it.expression ?? '');

type List = Covering & { readonly at: ReturnType<typeof keyAt>; readonly names: readonly string[] };

/** The written unique constraints and indexes. */
function listsOf(table: TableView): readonly List[] {
  const uniques = table.constraints.filter((it) => it.raw.type === 'unique');
  return [...uniques, ...table.indexes].map((it) => ({
    elements: elementsOf(it).map(elementText),
    names: namesOf(it),
    options: JSON.stringify([methodOf(it), it.raw.where, it.raw.nulls_not_distinct === true]),
    stores: texts(it.raw.include).map(({ text }) => text),
    at: keyAt(it, 'columns'),
    isUnique: it.raw.type === 'unique' || it.raw.unique === true,
  }));
}

/** What an element is sorted by; a column of a B-tree without more is its name. */
function elementText(it: ElementView): string {
  const { direction, opclass } = it.raw;
  const more = [direction === 'desc', isOwnNulls(it), opclass, it.expression];
  return more.some((value) => value !== undefined && value !== false)
    ? JSON.stringify([it.name, ...more])
    : (it.name ?? '');
}

function ofTable(table: TableView): readonly RuleFinding[] {
  const lists = listsOf(table);
  const all = [plainUnique(table.primaryKey), ...singles(table), ...lists];
  return lists.flatMap((it) => {
    const other = all.find(
      (covering) => covering !== it && it.elements.length > 0 && covers(covering, it, all),
    );
    if (other === undefined) return [];
    const message = `this is unnecessary, because the key or index over ${quoteAll(other.names)} does its work`;
    return [{ ...it.at, message, tags: ['unnecessary'] as const }];
  });
}

type Covering = {
  readonly elements: readonly string[];
  readonly names: readonly string[];
  /** What two must have alike for one to do the work of the other. */
  readonly options: string;
  readonly stores: readonly string[];
  readonly isUnique: boolean;
};

const plainUnique = (columns: readonly string[]): Covering => ({
  elements: columns,
  names: columns,
  options: JSON.stringify(['btree', undefined, false]),
  stores: [],
  isUnique: true,
});

const singles = (table: TableView): readonly Covering[] =>
  table.columns
    .filter((it) => it.raw.unique === true && it.name !== undefined)
    .map((it) => plainUnique([it.name ?? '']));

/** A unique is covered by the same columns being unique; an index by whatever starts with its columns. */
function covers(other: Covering, it: List, all: readonly Covering[]): boolean {
  const starts = it.elements.every((element, i) => other.elements[i] === element);
  if (!starts || it.options !== other.options || !it.stores.every((name) => other.stores.includes(name)))
    return false;
  if (other.elements.length > it.elements.length) return !it.isUnique;
  if (it.isUnique !== other.isUnique) return other.isUnique;
  return all.indexOf(other) < all.indexOf(it);
}

const unnecessary = (column: ColumnView, property: string, why: string): RuleFinding => ({
  ...keyAt(column, property),
  message: `"${property}" is unnecessary, because ${columnLabel(column)} ${why}`,
  tags: ['unnecessary'],
});
