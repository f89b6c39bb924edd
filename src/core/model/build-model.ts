import { constraintName, distinct } from '../schema/identifiers.ts';
import { type End, pairRelationships } from '../schema/pairing.ts';
import { moduleName, pythonClass } from '../schema/python-names.ts';
import { columnOf, type SchemaView, type TableView } from '../schema/view.ts';
import { groupBy } from '../shared/group-by.ts';
import { oncePer } from '../shared/once-per.ts';
import { buildApi } from './api.ts';
import { buildAssociations } from './associations.ts';
import { buildChecks } from './checks.ts';
import { buildColumns } from './columns.ts';
import { buildForeignKeys, buildIndexes, buildUniques } from './constraints.ts';
import { type EnumClasses, nameEnums } from './enums.ts';
import { buildLinks } from './links.ts';
import type { ForeignKey, Model, ModelData, Table } from './model.ts';
import { breakCycles } from './order.ts';
import { withOverlaps } from './overlaps.ts';
import { readProject, readSettings } from './project.ts';
import { buildRelationships } from './relationships.ts';
import { pick, type TableDraft } from './table-draft.ts';

type TableNames = { readonly className: string; readonly module: string };

/**
 * Resolves a schema without error diagnostics: references are followed, names and defaults made, relationships
 * paired, cycles of foreign keys broken.
 *
 * Total for such a schema; for any other the result is undefined behaviour, so only `validateText` calls it.
 */
export function buildModel(view: SchemaView): Model {
  const names = nameTables(view.tables);
  const keys = breakCycles(view.tables.flatMap(buildForeignKeys), (it) => isNullable(view, it));
  const ends = pairRelationships(view);
  const enums = nameEnums(view, (it) => names.get(it)?.className ?? '');
  const drafts = view.tables.map((it) => draftTable(it, { view, names, keys, ends, enums }));
  const context = { view, drafts: new Map(drafts.map((it) => [it.name, it])), ends };
  const associations = buildAssociations(context);
  const tables = drafts.map(
    ({ view: source, ...draft }): Omit<Table, 'links'> => ({
      ...draft,
      relationships: buildRelationships(source, { ...context, associations }),
      api: buildApi(source, draft),
    }),
  );
  const data: ModelData = {
    project: readProject(view),
    api: readSettings(view),
    tables: withOverlaps(tables).map((it) => ({ ...it, links: buildLinks(it, tables) })),
    associations,
  };
  return data as Model;
}

function isNullable(view: SchemaView, key: ForeignKey): boolean {
  const table = view.tableByName.get(key.table);
  return key.columns.some((it) => {
    const column = columnOf(table, it);
    return column?.raw.nullable !== false && table?.primaryKey.includes(it) === false;
  });
}

function nameTables(tables: readonly TableView[]): ReadonlyMap<TableView, TableNames> {
  const modules = distinct(tables.map((it) => moduleName(it.name ?? '')));
  const classes = distinct(tables.map((it) => pythonClass(it.className ?? '')));
  return new Map(tables.map((it, i) => [it, { className: classes[i] ?? '', module: modules[i] ?? '' }]));
}

type DraftContext = {
  readonly view: SchemaView;
  readonly names: ReadonlyMap<TableView, TableNames>;
  readonly keys: readonly ForeignKey[];
  readonly ends: readonly End[];
  readonly enums: EnumClasses;
};

const keysByTable = oncePer((keys: readonly ForeignKey[]) => groupBy(keys, (it) => it.table));

const keysByTarget = oncePer((keys: readonly ForeignKey[]) => groupBy(keys, (it) => it.targetTable));

function draftTable(table: TableView, context: DraftContext): TableDraft {
  const name = table.name ?? '';
  const { className, module } = context.names.get(table) ?? { className: '', module: '' };
  const foreignKeys = keysByTable(context.keys).get(name) ?? [];
  const columns = buildColumns(table, { view: context.view, enums: context.enums, foreignKeys });
  const softDelete = columns.some((it) => it.origin === 'deleted_at');
  const uniques = buildUniques(table, {
    columns,
    softDelete,
    targets: (keysByTarget(context.keys).get(name) ?? []).map((it) => it.targetColumns),
    oneToOneKeys: oneToOneKeys(table, context.ends),
  });
  return {
    view: table,
    name,
    className,
    module,
    description:
      typeof table.raw.description === 'string' ? table.raw.description.trim() || undefined : undefined,
    columns,
    primaryKey: { name: primaryKeyName(table), columns: pick(columns, table.primaryKey) },
    uniques,
    indexes: buildIndexes(table, { columns, uniques }),
    foreignKeys,
    checks: buildChecks(table, columns, context.view),
    timestamps: ['created_at', 'updated_at'].every((name) => columns.some((it) => it.origin === name)),
    softDelete,
    versioned: columns.some((it) => it.origin === 'version'),
  };
}

function primaryKeyName(table: TableView): string {
  const written = table.constraints.find((it) => it.raw.type === 'primary_key')?.raw.name;
  return typeof written === 'string' ? written : constraintName('pk', table.name ?? '');
}

const oneToOneByHolder = oncePer((ends: readonly End[]) => {
  const keys = ends.filter((it) => it.view.type === 'one_to_one').flatMap((it) => it.keys.slice(0, 1));
  return groupBy(keys, (it) => it.holder);
});

function oneToOneKeys(table: TableView, ends: readonly End[]): readonly (readonly string[])[] {
  const views = new Set((oneToOneByHolder(ends).get(table) ?? []).map((it) => it.view));
  return [...views].map((it) => it.columns);
}
