import { type ColumnView, type TableView, texts } from '../schema/view.ts';
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
  const longer = listsOf(table).find((it) => it.columns[0] === column.name);
  return longer === undefined ? [] : [`comes first in the index over ${quoteAll(longer.columns)}`];
}

type List = {
  readonly columns: readonly string[];
  readonly at: ReturnType<typeof keyAt>;
  readonly isUnique: boolean;
};

/** The columns of written unique constraints and indexes. */
function listsOf(table: TableView): readonly List[] {
  const uniques = table.constraints.filter((it) => it.raw.type === 'unique');
  return [...uniques, ...table.indexes].map((it) => ({
    columns: texts(it.raw.columns).map((column) => column.text),
    at: keyAt(it, 'columns'),
    isUnique: it.raw.type === 'unique' || it.raw.unique === true,
  }));
}

function ofTable(table: TableView): readonly RuleFinding[] {
  const lists = listsOf(table);
  const all = [{ columns: table.primaryKey, isUnique: true }, ...singles(table), ...lists];
  return lists.flatMap((it) => {
    const other = all.find(
      (covering) => covering !== it && it.columns.length > 0 && covers(covering, it, all),
    );
    if (other === undefined) return [];
    const message = `this is unnecessary, because the key or index over ${quoteAll(other.columns)} does its work`;
    return [{ ...it.at, message, tags: ['unnecessary'] as const }];
  });
}

type Covering = Pick<List, 'columns' | 'isUnique'>;

const singles = (table: TableView): readonly Covering[] =>
  table.columns
    .filter((it) => it.raw.unique === true && it.name !== undefined)
    .map((it) => ({ columns: [it.name ?? ''], isUnique: true }));

/** A unique is covered by the same columns being unique; an index by whatever starts with its columns. */
function covers(other: Covering, it: List, all: readonly Covering[]): boolean {
  const starts = it.columns.every((column, i) => other.columns[i] === column);
  if (!starts) return false;
  if (other.columns.length > it.columns.length) return !it.isUnique;
  if (it.isUnique !== other.isUnique) return other.isUnique;
  return all.indexOf(other) < all.indexOf(it);
}

const unnecessary = (column: ColumnView, property: string, why: string): RuleFinding => ({
  ...keyAt(column, property),
  message: `"${property}" is unnecessary, because ${columnLabel(column)} ${why}`,
  tags: ['unnecessary'],
});
