import type { Model, Table } from '../model/model.ts';
import { hasEtag, passwordsAreSet } from '../plan/features.ts';
import { can } from './domain-view.ts';
import { oneLine, pythonString } from './literals.ts';
import { hasPostgresqlChecks } from './migration-view.ts';
import { isLinked, parentsOf } from './parents.ts';
import type { TemplateView } from './strict-mustache.ts';
import { usesView } from './uses-view.ts';

/** What the files that are there once mention. */
export function staticView(model: Model): TemplateView {
  const { project, api, tables } = model;
  const hasIdentity = tables.some((it) => it.columns.some((column) => column.autoincrement));
  const parents = tables.map((it) => parentsOf(it, model));
  const softDeleted = tables.filter((it) => it.softDelete && it.api !== undefined && can(it.api, 'delete'));
  return {
    projectName: project.name,
    projectDescription: project.description ?? false,
    distribution: project.distribution,
    databaseName: project.distribution.replaceAll('-', '_'),
    migrationLock: `migrations of ${project.distribution}`,
    hasIdentity,
    hasPostgresqlChecks: hasPostgresqlChecks(model),
    filtersComparison: hasIdentity || hasPostgresqlChecks(model),
    onPostgresql: project.dbType === 'postgresql',
    pageSize: api.pageSize,
    maxPageSize: api.maxPageSize,
    fewLinks: Math.min(2, api.maxPageSize),
    maxBulkSize: api.maxBulkSize,
    tooManyItems: api.maxBulkSize + 1,
    invalidItem: Math.min(3, api.maxBulkSize - 1),
    hasPasswords: passwordsAreSet(model),
    hasSoftDelete: softDeleted.length > 0,
    softDeletedTables: named(softDeleted),
    versionedTables: named(tables.filter(hasEtag)),
    reservedWords: reservedWords(model),
    usesLinkedKeys: parents.some(isLinked),
    usesDeterminedKeys: parents.some((it) => isLinked(it) && it.some((row) => row.isDetermined)),
    ...usesView(model),
  };
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
