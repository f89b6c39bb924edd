import type { End } from '../schema/pairing.ts';
import type { SchemaView, TableView } from '../schema/view.ts';
import type { Association, Column, Table } from './model.ts';

/** A table while its relationships are not known yet. */
export type TableDraft = Omit<Table, 'relationships' | 'api' | 'links'> & { readonly source: TableView };

/** What relationships are resolved against. */
export type RelationshipContext = {
  readonly view: SchemaView;
  readonly drafts: ReadonlyMap<string, TableDraft>;
  readonly ends: readonly End[];
};

/** The same with the association tables that are made. */
export type LinkContext = RelationshipContext & { readonly associations: readonly Association[] };

/** Columns of a table by name, in the order of the names. */
export function pick(columns: readonly Column[], names: readonly string[]): readonly Column[] {
  return names.flatMap((name) => columns.filter((it) => it.name === name));
}

/** What is written twice (a hint to its author, BB403) has one name and is made once. */
export function onceByName<T extends { readonly name: string }>(
  all: readonly T[],
  made: readonly { readonly name: string }[] = [],
): readonly T[] {
  const names = new Set(made.map((it) => it.name));
  return all.filter((it) => !names.has(it.name) && names.add(it.name));
}
