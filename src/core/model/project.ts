import { isObject } from '../document/json.ts';
import { distributionName } from '../schema/derived-names.ts';
import { number, type SchemaView, text } from '../schema/view.ts';
import type { ApiSettings, Project } from './model.ts';

/** What the root of the schema says of the project. */
export function readProject(view: SchemaView): Project {
  const name = view.projectName ?? '';
  return {
    name,
    distribution: distributionName(name),
    description: text(view.raw.description)?.trim() || undefined,
    dbType: view.dbType === 'sqlite' ? 'sqlite' : 'postgresql',
  };
}

/** The settings of all routes, with the defaults of the format. */
export function readSettings(view: SchemaView): ApiSettings {
  const raw = isObject(view.raw.api) ? view.raw.api : {};
  const prefix = typeof raw.prefix === 'string' ? raw.prefix : '/api/v1';
  const pageSize = number(raw.page_size) ?? 50;
  return {
    prefix: prefix.replace(/\/+$/, ''),
    pageSize,
    maxPageSize: number(raw.max_page_size) ?? Math.max(200, pageSize),
    maxBulkSize: number(raw.max_bulk_size) ?? 1000,
  };
}
