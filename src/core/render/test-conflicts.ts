import { isWritable } from '../model/api.ts';
import type { Column, Model, Table } from '../model/model.ts';
import { ownKeys } from '../model/references.ts';
import { areIndependent, isChecked } from './checks/checked-samples.ts';
import { pythonLiteral, pythonString } from './literals.ts';
import { isGiven } from './parents.ts';
import { isPassword } from './python/checks.ts';
import { defaultOf, isMade } from './python/defaults.ts';
import { missingValue } from './python/missing-value.ts';
import type { TemplateView } from './strict-mustache.ts';
import type { TestFacts } from './test-facts.ts';

/** Sets of columns that two rows may not share, as tuples of names. */
export function uniqueSets(table: Table, sent: readonly Column[]): readonly string[] {
  const key = table.primaryKey.columns.map((it) => it);
  const indexes = table.indexes.filter((it) => it.unique);
  const sets = [key, ...[...table.uniques, ...indexes].map((it) => it.columns)];
  const written = sets.filter(
    (set) => set.every((it) => sent.includes(it) && !isPassword(it)) && areIndependent(table, set),
  );
  return [...new Set(written.map((set) => `(${namesOf(set)},)`))];
}

const namesOf = (columns: readonly Column[]): string => columns.map((it) => pythonString(it.name)).join(', ');

type Reference = readonly [name: string, value: string];

/** References to rows that are not there, as names and values in Python; a key that lacks a column refers to none. */
export const missingReferences = (table: Table): readonly Reference[] =>
  table.columns
    .filter((it) => isWritable(it) && (isGiven(it, table) || ownKeys(it).length > 0))
    .filter((it) => !isChecked(it, table))
    .flatMap(missingReference);

/** None where no such value is certain. */
function missingReference(column: Column): readonly Reference[] {
  const value = missingValue(column);
  if (value === undefined) return [];
  return [[pythonString(column.name), typeof value === 'bigint' ? String(value) : pythonLiteral(value)]];
}

/** What the tests of a bulk create mention, of a table of which a test can make so many rows. */
export function bulkTests({ table, sent }: TestFacts, { api }: Model, times: number): TemplateView {
  const [unique] = uniqueSets(table, sent);
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
  if (columns.length === 1 && first !== undefined && isMade(first)) return true;
  return columns.every((it) => defaultOf(it) === undefined);
}
