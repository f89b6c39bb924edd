import { isWritable } from '../model/api.ts';
import { type ColumnType, innerType } from '../model/column-type.ts';
import type { Column, Model, Table } from '../model/model.ts';
import { isNumbered } from '../model/numbering.ts';
import { isMapped } from '../model/references.ts';
import { namespaceOf } from '../schema/namespaces.ts';

/** A part of the generated project that is there only when the schema needs it: one folder of `templates/`. */
export type Feature = { readonly folder: string; readonly isOn: (model: Model) => boolean };

/** Every folder of templates; what is off leaves no trace. */
export const FEATURES: readonly Feature[] = [
  { folder: 'base', isOn: () => true },
  { folder: 'routes', isOn: ({ tables }) => tables.some((it) => it.api !== undefined) },
  { folder: 'lists', isOn: ({ tables }) => tables.some((it) => hasLists(it)) },
  { folder: 'keyless', isOn: ({ tables }) => tables.some((it) => !isMapped(it)) },
  { folder: 'namespaces', isOn: ({ tables }) => tables.some((it) => namespaceOf(it.name) !== undefined) },
  { folder: 'links', isOn: ({ tables }) => tables.some((it) => it.links.length > 0) },
  { folder: 'filters', isOn: ({ tables }) => tables.some(isFiltered) },
  { folder: 'bulk', isOn: ({ tables }) => tables.some((it) => it.api?.operations.includes('bulk_create')) },
  {
    folder: 'link_writes',
    isOn: ({ tables }) => tables.some((it) => it.links.some((link) => link.writable)),
  },
  { folder: 'enums', isOn: ({ enums }) => enums.length > 0 },
  { folder: 'numbers', isOn: hasNumbers },
  { folder: 'types', isOn: hasOwnTypes },
  { folder: 'arrays', isOn: ({ tables }) => tables.some((it) => it.columns.some(isArray)) },
  { folder: 'native', isOn: ({ tables }) => tables.some((it) => it.columns.some(isNative)) },
  { folder: 'ranges', isOn: ({ tables }) => tables.some((it) => it.columns.some(isRange)) },
  {
    folder: 'mixins',
    isOn: ({ tables }) =>
      tables.some((it) => it.timestamps || (it.softDelete && isMapped(it)) || it.versioned),
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

/** Whether tests see what other connections commit: requests at the same time, and keys that are checked at the end. */
export const usesLiveSession = (model: Model): boolean =>
  hasRaces(model) || model.tables.some((it) => it.foreignKeys.some((key) => key.deferrable === 'deferred'));

/** Whether a password can be set over HTTP. */
export function passwordsAreSet({ tables }: Model): boolean {
  return tables.some(takesPassword);
}

const takesPassword = ({ api, columns }: Table): boolean =>
  api?.operations.some((it) => it === 'create' || it === 'bulk_create' || it === 'update') === true &&
  columns.some((it) => isWritable(it) && it.checks.format === 'password');

/** Whether SQLite must be given some numbers that another database makes: it numbers only keys of one column. */
export function hasNumbers({ tables }: Model): boolean {
  return tables.some((it) => it.columns.some((column) => isNumbered(column) && !column.autoincrement));
}

const hasLists = ({ api, links }: Table): boolean =>
  api?.operations.includes('list') === true || links.length > 0;

const isFiltered = ({ api }: Table): boolean =>
  api?.operations.includes('list') === true && api.filter.length > 0;

const isArray = ({ type }: Column): boolean => type.kind === 'array';

/** Arrays of ranges and of types that only the database knows need nothing of `app/core/native.py`. */
function isNative({ type: own }: Column): boolean {
  const type = innerType(own);
  if (type.kind !== 'native') return false;
  return own.kind === 'array'
    ? type.form !== 'custom' && !type.form.endsWith('range')
    : type.sqlType !== undefined || !type.form.endsWith('range');
}

function isRange(column: Column): boolean {
  const type = innerType(column.type);
  return type.kind === 'native' && type.form.endsWith('range');
}

/** Whether SQLAlchemy's own types or functions are not enough for some column. */
function hasOwnTypes({ project, tables }: Model): boolean {
  const isOwn = (it: Column) =>
    hasOwnType(it) ||
    it.generated?.onlyOn !== undefined ||
    (project.dbType === 'mysql' && isWiderOnMysql(it)) ||
    (project.dbType === 'mssql' && isOwnOnMssql(it));
  return tables.some(
    (it) => it.columns.some(isOwn) || it.checks.some((check) => check.onServer !== undefined),
  );
}

/** Whether MySQL's own type holds more than the general one. */
const isWiderOnMysql = ({ type }: Column): boolean =>
  type.kind === 'datetime' ||
  type.kind === 'time' ||
  (type.kind === 'text' && type.form === 'text' && type.collation === undefined) ||
  (type.kind === 'native' && type.sqlType === undefined && type.length === undefined);

/** Whether a column needs other words on SQL Server: for its type, or for what the database computes. */
const isOwnOnMssql = (it: Column): boolean =>
  isWiderOnMysql(it) ||
  it.type.kind === 'text' ||
  (it.type.kind === 'native' && it.type.sqlType === undefined) ||
  it.generated !== undefined ||
  it.serverDefault?.kind === 'now';

function hasOwnType(column: Column): boolean {
  const { type, serverDefault } = column;
  if (serverDefault?.kind === 'now') return type.kind !== 'time';
  return serverDefault?.kind === 'today' || serverDefault?.kind === 'uuid' || needsOwnType(column);
}

function needsOwnType(column: Column): boolean {
  const { type, autoincrement, default: written, serverDefault } = column;
  const hasLiteral = written !== undefined || serverDefault?.kind === 'literal';
  switch (type.kind) {
    case 'integer':
      return type.bits === 64 && autoincrement;
    case 'datetime':
    case 'time':
      return type.timezone || type.precision !== undefined;
    case 'interval':
    case 'binary':
      return hasLiteral;
    case 'hstore':
    case 'array':
      return (type.isThere && hasLiteral) || ofContainer(type, hasLiteral && column.nullable);
    case 'json':
      return type.binary || written !== undefined || serverDefault?.kind === 'sql';
    case 'text':
      return type.form === 'char' || type.form === 'citext';
    default:
      return type.kind === 'enum' || type.kind === 'decimal';
  }
}

/** Whether items of an array need something done on PostgreSQL, too, or NULL is no default of a map. */
function ofContainer(type: ColumnType, mayBeNull: boolean): boolean {
  if (type.kind !== 'array') return mayBeNull;
  const { items, isThere } = type;
  const isAware = (items.kind === 'datetime' || items.kind === 'time') && items.timezone;
  return isThere && (isAware || items.kind === 'enum' || (items.kind === 'text' && items.form === 'char'));
}
