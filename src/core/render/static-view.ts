import type { Model, Table } from '../model/model.ts';
import { hasEtag, hasNumbers, hasRaces, passwordsAreSet } from '../plan/features.ts';
import { namespaceOf } from '../schema/namespaces.ts';
import { can } from './domain-view.ts';
import { oneLine, pythonString } from './literals.ts';
import { hasExclusions, hasServerParts } from './migration-view.ts';
import { nativeNames } from './native-view.ts';
import { isLinked, parentsOf } from './parents.ts';
import { hasText } from './python/indexes.ts';
import { sequenceName } from './python/numbering.ts';
import { serverView } from './server.ts';
import type { TemplateView } from './strict-mustache.ts';
import { usesView } from './uses-view.ts';

/** What the files that are there once mention. */
export function staticView(model: Model): TemplateView {
  const { project, api, tables } = model;
  const uses = usesView(model);
  const names = nativeNames(model);
  const parents = tables.map((it) => parentsOf(it, model));
  const softDeleted = tables.filter((it) => it.softDelete && it.api !== undefined && can(it.api, 'delete'));
  return {
    projectName: project.name,
    projectDescription: project.description ?? false,
    distribution: project.distribution,
    databaseName: project.distribution.replaceAll('-', '_'),
    migrationLock: `migrations of ${project.distribution}`,
    hasNumbers: hasNumbers(model),
    hasEnumSchemas: model.enums.some((it) => it.type.namespace !== undefined),
    ...comparisonView(model, { uses, names }),
    ...serverView(project),
    pageSize: api.pageSize,
    maxPageSize: api.maxPageSize,
    fewLinks: Math.min(2, api.maxPageSize),
    maxBulkSize: api.maxBulkSize,
    tooManyItems: api.maxBulkSize + 1,
    invalidItem: Math.min(3, api.maxBulkSize - 1),
    hasPasswords: passwordsAreSet(model),
    usesCffi: passwordsAreSet(model) || project.dbType === 'mysql',
    locksRows: project.dbType === 'mssql' && hasRaces(model),
    hasSoftDelete: softDeleted.length > 0,
    softDeletedTables: named(softDeleted),
    versionedTables: named(tables.filter(hasEtag)),
    reservedWords: reservedWords(model),
    usesLinkedKeys: parents.some(isLinked),
    usesDeterminedKeys: parents.some((it) => isLinked(it) && it.some((row) => row.isDetermined)),
    ...uses,
    ...names,
  };
}

type Used = { readonly uses: TemplateView; readonly names: TemplateView };

/** Types whose columns are only there or not. */
const opaqueTypes = (uses: TemplateView): readonly string[] => [
  ...(uses.usesOpaque === true ? ['OpaqueText'] : []),
  ...(uses.usesOpaqueArrays === true ? ['OpaqueArray'] : []),
];

/** How the server writes that a sequence gives the default. */
const nextNumberOf = ({ dbType }: Model['project']): string =>
  dbType === 'mssql' ? 'NEXT VALUE FOR ' : 'nextval(';

/** What Alembic's comparison of the models with the database leaves out. */
function comparisonView(model: Model, { uses, names }: Used): TemplateView {
  const { project, tables } = model;
  const hasComputed = tables.some((it) => it.columns.some((column) => column.generated !== undefined));
  const hasIdentity = tables.some((it) => it.columns.some((column) => column.identity !== undefined));
  const hasSequences = tables.some((it) => it.columns.some((column) => column.sequence !== undefined));
  const made = [hasIdentity ? 'sa.Identity' : '', hasComputed ? 'sa.Computed' : ''].filter((it) => it !== '');
  const hasTextIndexes = tables.some((it) => it.indexes.some(hasText));
  const opaque = opaqueTypes(uses);
  const hasViews = tables.some((it) => it.view !== undefined);
  const filtersObjects = [opaque.length > 0, hasTextIndexes, hasServerParts(model), hasViews].includes(true);
  return {
    hasComputed,
    hasSequences,
    strangeSequences: strangeSequences(tables),
    hasViews,
    comparesDefaults: hasIdentity || hasComputed || hasSequences,
    isMadeDefault: [
      made.length > 0 ? `isinstance(metadata_column.server_default, ${made.join(' | ')})` : '',
      hasSequences
        ? `getattr(getattr(metadata_column.server_default, "arg", None), "text", "").startswith("${nextNumberOf(project)}")`
        : '',
    ]
      .filter((it) => it !== '')
      .join(' or '),
    hasServerParts: hasServerParts(model),
    hasTextIndexes,
    comparesOther: opaque.length > 0 || hasTextIndexes,
    hasOpaqueTypes: opaque.length > 0,
    opaqueTypes: opaque.join(' | '),
    hasUnread: names.usesNamedTypes === true || hasTextIndexes || hasComputed,
    hasExclusions: hasExclusions(model),
    filtersObjects,
    filtersComparison:
      hasIdentity || hasComputed || hasSequences || filtersObjects || project.dbType === 'mysql',
  };
}

/** Calls of sequences that are in the default schema though their tables are not; false when there are none. */
function strangeSequences(tables: readonly Table[]): string | false {
  const strange = tables
    .filter((it) => namespaceOf(it.name) !== undefined)
    .flatMap((it) => it.columns.flatMap(({ sequence }) => sequence ?? []))
    .filter((it) => namespaceOf(it) === undefined);
  return strange.length > 0 && [...new Set(strange)].map((it) => pythonString(sequenceName(it))).join(', ');
}

const named = (tables: readonly Table[]): string => tables.map((it) => `\`${oneLine(it.name)}\``).join(', ');

/** Words that a database reserves and SQLAlchemy does not quote: those of PostgreSQL, then of SQLite. */
const RESERVED = ['collation', 'concurrently', 'lateral', 'tablesample', 'nothing', 'returning'];

/** Those of them that are names in the schema; false when none is. */
function reservedWords({ tables }: Model): string | false {
  const names = tables.flatMap((it) => [
    it.name,
    ...[...it.columns, ...it.uniques, ...it.indexes].map((part) => part.name),
  ]);
  const used = RESERVED.filter((word) => names.some((it) => it.toLowerCase() === word));
  return used.length === 0 ? false : used.map(pythonString).join(', ');
}
