import { isReadable, isUpdatable, isWritable } from '../model/api.ts';
import type { Column, Model, Operation, Table, TableApi } from '../model/model.ts';
import { enumImports } from './enum-imports.ts';
import { isShownByLink, linkedKeys, linksView } from './link-view.ts';
import { pythonString } from './literals.ts';
import { isPassword } from './python/checks.ts';
import { createField, publicField, updateField } from './python/fields.ts';
import { filterFields } from './python/filters.ts';
import { functionNames, keyParameters } from './python/function-names.ts';
import { pathType, qualified } from './python/key-types.ts';
import { wordsOf } from './python/types.ts';
import type { TemplateView } from './strict-mustache.ts';

/** What the templates of the schemas, the service and the routes of a table mention; nothing when it has no routes. */
export function domainView(table: Table, model: Model): TemplateView {
  const { api } = table;
  if (api === undefined) return {};
  const names = functionNames(table, model);
  return {
    module: table.module,
    prefix: model.api.prefix + api.path,
    tag: tagOf(table),
    ...names,
    ...operationsView(api),
    ...fieldsView(table, model),
    ...listView(table, api),
    ...keyView(table, names.singular),
    ...passwordView(table),
    ...linksView(table, model, names),
    usesSchemas: can(api, 'list', 'create', 'bulk_create', 'update') || table.links.some((it) => it.writable),
    needsPage: can(api, 'list') || isShownByLink(table, model),
    locksRow: can(api, 'delete') || table.links.some((it) => it.writable),
    softDelete: table.softDelete,
    isVersioned: table.versioned,
  };
}

/** The heading under which the documentation lists the routes of a table. */
export const tagOf = ({ name }: Table): string => name.replaceAll('_', ' ');

/** Whether the routes of a table can do something. */
export const can = (api: TableApi, ...operations: readonly Operation[]): boolean =>
  operations.some((it) => api.operations.includes(it));

const operationsView = (api: TableApi): TemplateView => ({
  hasList: can(api, 'list'),
  hasGet: can(api, 'get'),
  hasCreate: can(api, 'create'),
  hasBulk: can(api, 'bulk_create'),
  needsCreate: can(api, 'create', 'bulk_create'),
  hasUpdate: can(api, 'update'),
  hasDelete: can(api, 'delete'),
  needsGet: can(api, 'get', 'update', 'delete'),
  needsPublic: can(api, 'list', 'get', 'create', 'bulk_create', 'update'),
});

function fieldsView(table: Table, model: Model): TemplateView {
  const { columns, softDelete } = table;
  const readable = columns.filter(isReadable);
  const shown = softDelete && columns.every((it) => it.name !== 'is_deleted') ? ['is_deleted: bool'] : [];
  return {
    createFields: columns.filter(isWritable).map(createField),
    updateFields: columns.filter(isUpdatable).map(updateField),
    publicFields: [...readable.map(publicField), ...shown],
    enumImports: enumImports([...columns, ...linkedKeys(table, model)], model),
  };
}

/** The columns that `sort` can name: a comma would part a name, a leading minus turn it round. */
export const sortable = (api: TableApi): readonly Column[] =>
  api.sort.filter((it) => !it.name.includes(',') && !it.name.startsWith('-'));

function listView(table: Table, api: TableApi): TemplateView {
  const sort = sortable(api);
  const filters = filterFields(api.filter);
  const listed = [...new Set([...api.filter, ...sort])];
  return {
    hasSort: sort.length > 0,
    hasFilters: filters.length > 0,
    hasColumns: listed.length > 0,
    hasParameters: listed.length > 0 || api.search.length > 0,
    sortLiterals: sort.flatMap((it) => [it.name, `-${it.name}`].map(pythonString)).join(', '),
    filterFields: filters,
    listColumns: listed.map((it) => ({ columnName: it.name, columnAttribute: it.attribute })),
    isSearched: api.search.length > 0,
    searchDescription: `Text to find in ${api.search.map((it) => it.name).join(' or ')}.`,
    searchColumns: api.search.map((it) => `models.${table.className}.${it.attribute}`).join(', '),
  };
}

function keyView(table: Table, singular: string): TemplateView {
  const { columns } = table.primaryKey;
  const parameters = keyParameters(table, singular);
  const typed = (typeOf: (it: Column) => string): string =>
    columns.map((it, i) => `${parameters[i]}: ${typeOf(it)}`).join(', ');
  const values = parameters.join(', ');
  return {
    keyPath: parameters.map((it) => `/{${it}}`).join(''),
    keyParameters: typed(pathType),
    keySignature: typed((it) => qualified(it, wordsOf(it.type).annotation)),
    keyArguments: values,
    keyValue: columns.length === 1 ? values : `(${values})`,
    keyColumns: columns.map((it) => `models.${table.className}.${it.attribute}`).join(', '),
    keyOfRow: columns.map((it) => `row.${it.attribute}`).join(', '),
  };
}

function passwordView({ columns }: Table): TemplateView {
  const passwords = columns.filter((it) => isWritable(it) && isPassword(it));
  return {
    hasPassword: passwords.length > 0,
    createPasswords: passwords.map((it) => ({
      passwordAttribute: it.attribute,
      isOptional: it.nullable || it.default !== undefined || it.serverDefault !== undefined,
    })),
    updatePasswords: passwords.filter(isUpdatable).map((it) => ({ passwordAttribute: it.attribute })),
  };
}
