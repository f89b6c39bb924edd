import { dialectOf } from '../schema/dialects.ts';
import { constraintName, distinct } from '../schema/identifiers.ts';
import { type End, pairRelationships } from '../schema/pairing.ts';
import { moduleName, pythonClass } from '../schema/python-names.ts';
import { isKeyless, isView } from '../schema/read-only.ts';
import { columnOf, type SchemaView, type TableView, text } from '../schema/view.ts';
import { groupBy } from '../shared/group-by.ts';
import { oncePer } from '../shared/once-per.ts';
import { buildApi } from './api.ts';
import { buildAssociations } from './associations.ts';
import { buildChecks } from './checks.ts';
import { buildColumns } from './columns.ts';
import { buildForeignKeys, buildUniques } from './constraints.ts';
import { buildEnums, type EnumTypes, namedTypes, type TableNames } from './enums.ts';
import { withoutNamespaces } from './flatten.ts';
import { buildExclusions, buildIndexes } from './indexes.ts';
import { buildLinks } from './links.ts';
import type { ForeignKey, Model, ModelData, Table } from './model.ts';
import { breakCycles } from './order.ts';
import { withOverlaps } from './overlaps.ts';
import { readProject, readSettings } from './project.ts';
import { buildRelationships } from './relationships.ts';
import { pick, type TableDraft } from './table-draft.ts';

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
  const enums = buildEnums(view, names);
  const drafts = view.tables.map((it) => draftTable(it, { view, names, keys, ends, enums }));
  const context = { view, drafts: new Map(drafts.map((it) => [it.name, it])), ends };
  const associations = buildAssociations(context);
  const api = readSettings(view);
  const tables = drafts.map(
    ({ source, ...draft }): Omit<Table, 'links'> => ({
      ...draft,
      relationships: buildRelationships(source, { ...context, associations }),
      api: buildApi(source, draft, api.access),
    }),
  );
  const named = {
    tables: withOverlaps(tables).map((it) => ({ ...it, links: buildLinks(it, tables) })),
    enums: namedTypes(view, enums),
    associations,
  };
  const isFlat = !dialectOf(view).namespaces && named.tables.some((it) => it.name.includes('.'));
  const data: ModelData = {
    project: readProject(view),
    api,
    ...(isFlat ? withoutNamespaces(named) : named),
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
  const variables = distinct(
    modules.map((it) => `${it}_table`),
    [...modules, ...classes],
  );
  return new Map(
    tables.map((it, i) => [
      it,
      {
        className: classes[i] ?? '',
        module: modules[i] ?? '',
        variable: isKeyless(it) ? variables[i] : undefined,
      },
    ]),
  );
}

type DraftContext = {
  readonly view: SchemaView;
  readonly names: ReadonlyMap<TableView, TableNames>;
  readonly keys: readonly ForeignKey[];
  readonly ends: readonly End[];
  readonly enums: EnumTypes;
};

const keysByTable = oncePer((keys: readonly ForeignKey[]) => groupBy(keys, (it) => it.table));

const keysByTarget = oncePer((keys: readonly ForeignKey[]) => groupBy(keys, (it) => it.targetTable));

function draftTable(table: TableView, context: DraftContext): TableDraft {
  const name = table.name ?? '';
  const names = context.names.get(table) ?? { className: '', module: '', variable: undefined };
  const foreignKeys = keysByTable(context.keys).get(name) ?? [];
  const columns = buildColumns(table, { view: context.view, enums: context.enums, foreignKeys });
  const isMapped = names.variable === undefined;
  const softDelete = columns.some((it) => it.origin === 'deleted_at');
  const uniques = buildUniques(table, {
    columns,
    view: context.view,
    reusesDeleted: softDelete && dialectOf(context.view).index.partial,
    targets: (keysByTarget(context.keys).get(name) ?? []).map((it) => it.targetColumns),
    oneToOneKeys: oneToOneKeys(table, context.ends),
  });
  return {
    source: table,
    name,
    ...names,
    description:
      typeof table.raw.description === 'string' ? table.raw.description.trim() || undefined : undefined,
    view: isView(table) ? { definition: text(table.raw.definition) } : undefined,
    columns,
    primaryKey: { name: primaryKeyName(table), columns: pick(columns, table.primaryKey) },
    uniques,
    indexes: buildIndexes(table, { columns, uniques, view: context.view }),
    exclusions: buildExclusions(table, { columns, view: context.view }),
    foreignKeys,
    checks: buildChecks(table, columns, context.view),
    timestamps:
      isMapped && ['created_at', 'updated_at'].every((name) => columns.some((it) => it.origin === name)),
    softDelete,
    versioned: isMapped && columns.some((it) => it.origin === 'version'),
    renamedFrom: text(table.raw.renamed_from),
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
