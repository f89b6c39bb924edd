import type { Model } from '../model/model.ts';
import { passwordsAreSet } from '../plan/features.ts';
import { can } from './domain-view.ts';
import type { TemplateView } from './strict-mustache.ts';
import { usesView } from './uses-view.ts';

/** What the files that are there once mention. */
export function staticView(model: Model): TemplateView {
  const { project, api, tables } = model;
  const softDeleted = tables.filter((it) => it.softDelete && it.api !== undefined && can(it.api, 'delete'));
  return {
    projectName: project.name,
    projectDescription: project.description ?? false,
    distribution: project.distribution,
    databaseName: project.distribution.replaceAll('-', '_'),
    migrationLock: `migrations of ${project.distribution}`,
    hasIdentity: tables.some((it) => it.columns.some((column) => column.autoincrement)),
    onPostgresql: project.dbType === 'postgresql',
    pageSize: api.pageSize,
    maxPageSize: api.maxPageSize,
    hasPasswords: passwordsAreSet(model),
    hasSoftDelete: softDeleted.length > 0,
    softDeletedTables: softDeleted.map((it) => it.name).join(', '),
    ...usesView(model),
  };
}
