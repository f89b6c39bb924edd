import { isReadable } from '../model/api.ts';
import type { Column, ColumnChecks, Table } from '../model/model.ts';
import { isReference } from '../model/references.ts';
import { isChecked, meetsWith, sampleOf } from './checks/checked-samples.ts';
import { sortable } from './domain-view.ts';
import { pythonString } from './literals.ts';
import { filterName } from './python/filters.ts';
import type { TemplateView } from './strict-mustache.ts';
import type { TestFacts } from './test-facts.ts';

/** A column to filter by, best one whose values are all different. */
export function filterProbe({ table, api, valued }: Omit<TestFacts, 'sent'>): TemplateView | undefined {
  const usable = api.filter.filter((it) => it.type.kind !== 'json' && it.type.kind !== 'float');
  const alone = usable.find((it) => isUnique(table, it) && !it.nullable && countOf(it, table) > 2);
  const column = alone ?? usable.find((it) => valued.includes(it) && it.type.kind !== 'boolean');
  if (column === undefined) return undefined;
  return {
    filterAttribute: column.attribute,
    filterName: filterName(column, 'eq'),
    filterColumn: column.name,
    isUnique: column === alone,
  };
}

const countOf = (column: Column, table: Table): number => sampleOf(column, table)?.count ?? 1;

const isUnique = (table: Table, column: Column): boolean =>
  [table.primaryKey.columns, ...table.uniques.map((it) => it.columns)].some(
    (it) => it.length === 1 && it[0] === column,
  );

/** Rows that the test of paging makes: three, one with values of the first, and two without values. */
const ROWS = { tied: 4, empty: 6 } as const;

/** The orders of a list, and the arguments of factories that give rows equal values and none; `times` rows can be made. */
export function orderProbe({ table, api, valued }: Omit<TestFacts, 'sent'>, times: number): TemplateView {
  const columns = sortable(api);
  const uniques = [...table.uniques, ...table.indexes.filter((it) => it.unique)];
  const distinct = new Set([table.primaryKey, ...uniques].flatMap((it) => it.columns));
  const shared = table.foreignKeys.filter((it) => it.columns.length > 1).flatMap((it) => it.columns);
  const free = columns.filter((it) => !isChecked(it, table));
  const tied = free.filter((it) => valued.includes(it) && !distinct.has(it) && !shared.includes(it.name));
  const empty = free.filter((it) => it.nullable);
  return {
    orders: ['', ...columns.map((it) => it.name)].map(pythonString).join(', '),
    ties: times >= ROWS.tied && argumentsOf(tied, (it) => `first.${it.attribute}`),
    nulls: times >= ROWS.empty && argumentsOf(empty, () => 'None'),
  };
}

const argumentsOf = (columns: readonly Column[], valueIn: (it: Column) => string): string | false =>
  columns.length > 0 && columns.map((it) => `${it.attribute}=${valueIn(it)}`).join(', ');

/** A whole number that a decimal column accepts, and how it reads afterwards. */
export function decimalProbe(table: Table, columns: readonly Column[]): TemplateView | undefined {
  const usable = columns.filter((it) => isReadable(it) && !isReference(it));
  return usable.map((it) => wholeNumber(table, it)).find((it) => it !== undefined);
}

function wholeNumber(table: Table, column: Column): TemplateView | undefined {
  const { name, type, checks } = column;
  if (type.kind !== 'decimal' || type.precision === undefined || !type.scale) return undefined;
  const whole = wholeBetween(checks);
  const fits =
    whole !== 0 && whole <= (checks.max ?? whole) && Math.abs(whole) < 10 ** (type.precision - type.scale);
  return fits && meetsWith(table, column, whole)
    ? { decimalName: name, whole, scaledText: whole.toFixed(type.scale) }
    : undefined;
}

/** One where that is allowed; not zero, which Python writes as 0E-7 at a small scale. */
function wholeBetween({ min = 1, max = 1 }: ColumnChecks): number {
  return min <= 1 && max >= 1 ? 1 : Math.ceil(min > 1 ? min : max);
}

/** A column of CHAR that accepts a letter and a space. */
export const paddedColumn = (columns: readonly Column[]): Column | undefined =>
  columns.find((it) => isReadable(it) && it.foreignKeys.length === 0 && acceptsPadding(it));

function acceptsPadding({ type, checks }: Column): boolean {
  if (type.kind !== 'text' || type.form !== 'char' || checks.pattern !== undefined) return false;
  const most = Math.min(type.length ?? 2, checks.maxLength ?? 2);
  return checks.format === undefined && most >= 2 && (checks.minLength ?? 0) <= 2;
}
