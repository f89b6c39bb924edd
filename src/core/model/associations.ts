import { associationColumns, associationName } from '../schema/derived-names.ts';
import { constraintName, distinct } from '../schema/identifiers.ts';
import { moduleName, pythonAttribute } from '../schema/python-names.ts';
import type { Association, ForeignKey } from './model.ts';
import type { RelationshipContext, TableDraft } from './table-draft.ts';

/** The association tables of all many-to-many relationships without `secondary`, each once, by name. */
export function buildAssociations(context: RelationshipContext): readonly Association[] {
  const made = new Map<string, Association>();
  for (const end of context.ends) {
    if (end.view.type !== 'many_to_many' || end.secondary !== undefined) continue;
    const sides = [end.source, end.target].map((it) => context.drafts.get(it.name ?? ''));
    const [a, b] = sides.sort((x, y) => ((x?.name ?? '') < (y?.name ?? '') ? -1 : 1));
    if (a !== undefined && b !== undefined) made.set(associationName(a.name, b.name), association(a, b));
  }
  const sorted = [...made.values()].sort((x, y) => (x.name < y.name ? -1 : 1));
  // The module has one variable of its name, which models import beside their columns.
  const taken = [...context.drafts.values()].flatMap((it) => [
    it.module,
    ...it.columns.map((own) => own.attribute),
  ]);
  const modules = distinct(
    sorted.map((it) => it.module),
    taken,
  );
  return sorted.map((it, i) => ({ ...it, module: modules[i] ?? it.module }));
}

function association(a: TableDraft, b: TableDraft): Association {
  const name = associationName(a.name, b.name);
  const foreignKeys = [keyTo(a, name), keyTo(b, name)] as const;
  return {
    name,
    module: pythonAttribute(moduleName(name)),
    primaryKeyName: constraintName('pk', name),
    columns: foreignKeys.flatMap((it) => it.columns),
    foreignKeys,
  };
}

function keyTo(table: TableDraft, association: string): ForeignKey {
  const targetColumns = table.primaryKey.columns.map((it) => it.name);
  const columns = associationColumns(table.name, targetColumns);
  return {
    name: constraintName('fk', association, ...columns, table.name),
    table: association,
    columns,
    targetTable: table.name,
    targetColumns,
    onDelete: 'CASCADE',
    onUpdate: undefined,
    useAlter: false,
  };
}
