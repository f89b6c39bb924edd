import type { End } from '../schema/pairing.ts';
import type { SchemaView, TableView } from '../schema/view.ts';
import type { Association, Column, Table } from './model.ts';

/** A table while its relationships are not known yet. */
export type TableDraft = Omit<Table, 'relationships' | 'api' | 'links'> & { readonly view: TableView };

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
