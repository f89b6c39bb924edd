import type { End } from '../schema/pairing.ts';
import type { ColumnView, Part, TableView } from '../schema/view.ts';
import type { Finding } from '../shared/diagnostic.ts';

type Place = Pick<Finding, 'at' | 'part'>;

/** The value of a property, or of what lies deeper in it. */
export const valueAt = (part: Part, ...path: readonly (string | number)[]): Place => ({
  at: [...part.at, ...path],
  part: 'value',
});

/** The name of a property. */
export const keyAt = (part: Part, property: string): Place => ({ at: [...part.at, property], part: 'key' });

const LONGEST = 80;

/** A name of the schema as messages show it: in quotes, on one line, of bounded length. */
export function quote(name: string): string {
  const short = name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name;
  return JSON.stringify(short.toWellFormed()).replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (it) => `\\u{${it.codePointAt(0)?.toString(16) ?? ''}}`,
  );
}

/** `"users.email"`. */
export const columnLabel = (it: ColumnView): string => quote(`${it.table ?? '?'}.${it.name ?? '?'}`);

/** `"posts.author"`. */
export const endLabel = (it: End): string => quote(`${it.source.name ?? '?'}.${it.attribute}`);

/** `"posts"`. */
export const tableLabel = (it: Pick<TableView, 'name'>): string => quote(it.name ?? '?');

/** `"a", "b" and "c"`. */
export const quoteAll = (names: readonly string[]): string => joined(names.map(quote));

/** `a, b and c`, of labels that have their quotes. */
export const joined = (labels: readonly string[]): string =>
  labels.length < 2 ? labels.join('') : `${labels.slice(0, -1).join(', ')} and ${labels.at(-1) ?? ''}`;

/** Columns that the options of a table add to those that it declares. */
export function optionColumnNames(table: TableView): readonly string[] {
  const { use_timestamps, use_soft_delete, use_optimistic_lock } = table.options;
  return [
    ...(use_timestamps === true ? ['created_at', 'updated_at'] : []),
    ...(use_soft_delete === true ? ['deleted_at'] : []),
    ...(use_optimistic_lock === true ? ['version'] : []),
  ];
}

/** Names of all columns of a table: the declared ones, then those of its options. */
export const columnNames = (table: TableView): readonly string[] => [
  ...table.columnByName.keys(),
  ...optionColumnNames(table),
];

/** The items that have the same key as an earlier one, each with the first of that key; an undefined key is none. */
export function repeated<T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
): readonly { readonly item: T; readonly first: T }[] {
  const seen = new Map<string, T>();
  return items.flatMap((item) => {
    const key = keyOf(item);
    if (key === undefined) return [];
    const first = seen.get(key);
    if (first === undefined) seen.set(key, item);
    return first === undefined ? [] : [{ item, first }];
  });
}
