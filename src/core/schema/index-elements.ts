import { isArray, isObject, type Json, type JsonObject } from '../document/json.ts';
import type { Pointer } from '../shared/pointer.ts';
import { readSql } from './sql-expression.ts';

/** An index or an exclusion as written. */
type Written = { readonly at: Pointer; readonly raw: JsonObject };

/** One element of an index or of an exclusion, as written; a text alone is the name of a column. */
export type ElementView = Written & {
  /** The column; undefined for an expression. */
  readonly name: string | undefined;
  /** Where the name stands. */
  readonly nameAt: Pointer;
  readonly expression: string | undefined;
};

/** Whether a constraint is an exclusion. */
export const isExclusion = ({ raw }: Written): boolean => raw.type === 'exclude';

/** The parts of a table that consist of elements: its indexes and its exclusions. */
export const partsWithElements = <T extends Written>(table: {
  readonly indexes: readonly T[];
  readonly constraints: readonly T[];
}): readonly T[] => [...table.indexes, ...table.constraints.filter(isExclusion)];

/** The elements of an index (`columns`) or of an exclusion (`elements`); what is neither text nor object is skipped. */
export function elementsOf(part: Written): readonly ElementView[] {
  const property = isExclusion(part) ? 'elements' : 'columns';
  const written = part.raw[property];
  if (!isArray(written)) return [];
  return written.flatMap((it, i): readonly ElementView[] => {
    const at = [...part.at, property, i];
    if (isObject(it)) return [elementOf(it, at)];
    const name = text(it);
    return name === undefined ? [] : [{ at, raw: { name }, name, nameAt: at, expression: undefined }];
  });
}

const text = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const elementOf = (raw: JsonObject, at: Pointer): ElementView => ({
  at,
  raw,
  name: text(raw.name),
  nameAt: [...at, 'name'],
  expression: text(raw.expression),
});

/** Whether an element is nothing but a column and a direction, which every database can index. */
const isPlain = (it: ElementView): boolean =>
  it.name !== undefined && it.expression === undefined && !isOwnNulls(it) && it.raw.opclass === undefined;

/** The columns that an index holds for every row and by which any query can look; undefined where it has more. */
export function plainColumns(index: Written): readonly string[] | undefined {
  const elements = elementsOf(index);
  const { columns, where } = index.raw;
  if (!isArray(columns) || elements.length < columns.length || !elements.every(isPlain)) return undefined;
  if (where !== undefined || methodOf(index) !== 'btree') return undefined;
  return elements.flatMap(({ name }) => name ?? []);
}

/** The columns that an index is sorted by before any expression; none when it is about a part of the rows. */
export function leadingColumns(index: Written): readonly string[] {
  const names = elementsOf(index).map((it) => (it.expression === undefined ? it.name : undefined));
  const end = names.indexOf(undefined);
  const isSorted = index.raw.where === undefined && methodOf(index) === 'btree';
  return isSorted ? names.slice(0, end < 0 ? undefined : end).flatMap((it) => it ?? []) : [];
}

/** Whether NULLs are where they would not be by themselves: they are the largest values. */
export const isOwnNulls = ({ raw }: ElementView): boolean =>
  raw.nulls !== undefined && (raw.nulls === 'first') !== (raw.direction === 'desc');

/** Whether an element cannot be given to SQLAlchemy but as text: a class with an order, or of an expression. */
const isWrittenOut = ({ raw, expression }: ElementView): boolean =>
  raw.opclass !== undefined &&
  (expression !== undefined || raw.nulls !== undefined || raw.direction === 'desc');

/**
 * Why SQLite, when it stands in for PostgreSQL, goes without an index or exclusion; undefined when it has it. It has B-trees alone,
 * does not place NULLs, and must understand the SQL.
 */
export function whyNotOnSqlite(index: Written): 'exclusion' | 'method' | 'order' | 'sql' | undefined {
  const elements = elementsOf(index);
  if (isExclusion(index)) return 'exclusion';
  if (methodOf(index) !== 'btree') return 'method';
  if (elements.some((it) => isOwnNulls(it) || isWrittenOut(it))) return 'order';
  const all = [text(index.raw.where), ...elements.map((it) => it.expression)];
  return all.some((it) => it !== undefined && readSql(it) === undefined) ? 'sql' : undefined;
}

/** The method of an index as written, a B-tree by default. */
export const methodOf = ({ raw }: Written): string => text(raw.method) ?? 'btree';
