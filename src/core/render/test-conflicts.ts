import { isWritable } from '../model/api.ts';
import type { Column, Model, Table } from '../model/model.ts';
import { ownKeys } from '../model/references.ts';
import { type UniqueSet, uniqueSets } from '../model/unique-sets.ts';
import { areIndependent, isChecked, isWithin, passesAlways } from './checks/checked-samples.ts';
import { pythonLiteral, pythonString } from './literals.ts';
import { isGiven } from './parents.ts';
import { isPassword } from './python/checks.ts';
import { defaultOf, isMade } from './python/defaults.ts';
import { missingValue } from './python/missing-value.ts';
import type { TemplateView } from './strict-mustache.ts';
import type { TestFacts } from './test-facts.ts';

/** Sets of columns that two rows may not share, as tuples of names. */
export function conflictingSets(table: Table, sent: readonly Column[]): readonly string[] {
  const written = uniqueSets(table).filter(
    ({ columns, ...it }) =>
      columns.every((column) => sent.includes(column) && !isPassword(column)) &&
      areIndependent(table, columns) &&
      isRefused({ columns, ...it }, table),
  );
  return [...new Set(written.map(({ columns }) => `(${namesOf(columns)},)`))];
}

/** Whether every database refuses a row with the values of another in a set: both are among its rows, and not NULL. */
function isRefused({ columns, elements, where, isEverywhere }: UniqueSet, table: Table): boolean {
  const isMeant =
    where === undefined || (isWithin(where, columns) && passesAlways(table, where, (it) => it === true));
  return (
    isEverywhere &&
    isMeant &&
    elements.every((it) => !('sql' in it) || passesAlways(table, it, (value) => value != null))
  );
}

const namesOf = (columns: readonly Column[]): string => columns.map((it) => pythonString(it.name)).join(', ');

type Reference = readonly [name: string, value: string];

/** References to rows that are not there, as names and values in Python; a key that lacks a column refers to none. */
export const missingReferences = (table: Table): readonly Reference[] =>
  referringColumns(table).filter(isCheckedAtOnce).flatMap(missingReference);

/** The same of keys that are checked at the end of the transaction. */
export const lateReferences = (table: Table): readonly Reference[] =>
  referringColumns(table)
    .filter((it) => !isCheckedAtOnce(it))
    .flatMap(missingReference);

const referringColumns = (table: Table): readonly Column[] =>
  table.columns
    .filter((it) => isWritable(it) && (isGiven(it, table) || ownKeys(it).length > 0))
    .filter((it) => !isChecked(it, table));

/** Whether a value that refers to nothing is refused before the transaction ends. */
const isCheckedAtOnce = ({ foreignKeys }: Column): boolean =>
  foreignKeys.some((it) => it.deferrable !== 'deferred');

/** None where no such value is certain. */
function missingReference(column: Column): readonly Reference[] {
  const value = missingValue(column);
  if (value === undefined) return [];
  return [[pythonString(column.name), typeof value === 'bigint' ? String(value) : pythonLiteral(value)]];
}

/** What the tests of a bulk create mention, of a table of which a test can make so many rows. */
export function bulkTests({ table, sent }: TestFacts, { api }: Model, times: number): TemplateView {
  const [unique] = conflictingSets(table, sent);
  const [reference] = missingReferences(table);
  const again = unique === undefined ? undefined : `{name: bodies[0][name] for name in ${unique}}`;
  const probe = again ?? (reference === undefined ? undefined : `{${reference.join(': ')}}`);
  return {
    hasBulkRows: Math.min(times, api.maxBulkSize) >= 3,
    bulkProbe: probe === undefined ? false : { probe },
    isBatched: isBatched(table),
    isNumbered: table.primaryKey.columns.some((it) => it.autoincrement),
  };
}

/** Whether SQLAlchemy can tell inserted rows by their keys; else it inserts them one by one. */
function isBatched({ primaryKey: { columns } }: Table): boolean {
  const [first] = columns;
  if (columns.some((it) => it.autoincrement)) return true;
  if (columns.length === 1 && first !== undefined && (isMade(first) || first.sequence !== undefined))
    return true;
  return columns.every((it) => defaultOf(it) === undefined && it.identity === undefined);
}
