import { isWritable } from '../model/api.ts';
import type { Column, Model, Table } from '../model/model.ts';

/** A part of the generated project that is there only when the schema needs it: one folder of `templates/`. */
export type Feature = { readonly folder: string; readonly isOn: (model: Model) => boolean };

/** Every folder of templates; what is off leaves no trace. */
export const FEATURES: readonly Feature[] = [
  { folder: 'base', isOn: () => true },
  { folder: 'routes', isOn: ({ tables }) => tables.some((it) => it.api !== undefined) },
  { folder: 'lists', isOn: ({ tables }) => tables.some((it) => hasLists(it)) },
  { folder: 'links', isOn: ({ tables }) => tables.some((it) => it.links.length > 0) },
  { folder: 'filters', isOn: ({ tables }) => tables.some(isFiltered) },
  { folder: 'bulk', isOn: ({ tables }) => tables.some((it) => it.api?.operations.includes('bulk_create')) },
  {
    folder: 'link_writes',
    isOn: ({ tables }) => tables.some((it) => it.links.some((link) => link.writable)),
  },
  { folder: 'types', isOn: ({ tables }) => tables.some((it) => it.columns.some(hasOwnType)) },
  {
    folder: 'mixins',
    isOn: ({ tables }) => tables.some((it) => it.timestamps || it.softDelete || it.versioned),
  },
  { folder: 'passwords', isOn: passwordsAreSet },
  { folder: 'etags', isOn: ({ tables }) => tables.some(hasEtag) },
  { folder: 'races', isOn: hasRaces },
];

/** Whether responses carry the version of a single row. */
export function hasEtag({ api, versioned }: Table): boolean {
  return versioned && api?.operations.some((it) => it !== 'list' && it !== 'bulk_create') === true;
}

/** Whether requests can get in each other's way. */
export function hasRaces({ tables }: Model): boolean {
  return tables.some(
    ({ api, versioned, links }) =>
      api?.operations.includes('delete') ||
      (versioned && api?.operations.includes('update')) ||
      links.some((it) => it.writable),
  );
}

/** Whether a password can be set over HTTP. */
export function passwordsAreSet({ tables }: Model): boolean {
  return tables.some(takesPassword);
}

const takesPassword = ({ api, columns }: Table): boolean =>
  api?.operations.some((it) => it === 'create' || it === 'bulk_create' || it === 'update') === true &&
  columns.some((it) => isWritable(it) && it.checks.format === 'password');

const hasLists = ({ api, links }: Table): boolean =>
  api?.operations.includes('list') === true || links.length > 0;

const isFiltered = ({ api }: Table): boolean =>
  api?.operations.includes('list') === true && api.filter.length > 0;

/** Whether SQLAlchemy's own types or functions are not enough for a column. */
function hasOwnType({ type, autoincrement, default: written, serverDefault }: Column): boolean {
  if (serverDefault?.kind === 'now') return type.kind !== 'time';
  if (serverDefault?.kind === 'today' || serverDefault?.kind === 'uuid') return true;
  switch (type.kind) {
    case 'integer':
      return type.bits === 64 && autoincrement;
    case 'datetime':
    case 'time':
      return type.timezone;
    case 'json':
      return type.binary || written !== undefined || serverDefault?.kind === 'sql';
    case 'text':
      return type.form === 'char';
    default:
      return type.kind === 'enum' || type.kind === 'decimal';
  }
}
