import type { Column, Model, Operation, Table, TableApi } from '../model/model.ts';
import { hasRaces } from '../plan/features.ts';
import { can, domainView, sortable } from './domain-view.ts';
import { modelView } from './model-view.ts';
import { filterFields } from './python/filters.ts';
import { namesOf } from './python/imports.ts';
import type { TemplateView } from './strict-mustache.ts';

/** Aliases of text with a format. */
const FORMATS = ['Email', 'Url', 'UuidText', 'Slug', 'Phone', 'IpAddress', 'Color', 'Country', 'Currency'];
const INTEGERS = ['Int16', 'Int32', 'Int64'];

/** What of `app/core` some table uses: the rest is left out of a generated project. */
export function usesView(model: Model): TemplateView {
  const { tables } = model;
  const allows = (...operations: readonly Operation[]): boolean =>
    tables.some((it) => it.api !== undefined && can(it.api, ...operations));
  const links = tables.flatMap((it) => it.links);
  const hasTimestamps = tables.some((it) => it.timestamps);
  const hasSoftDelete = tables.some((it) => it.softDelete);
  return {
    hasRoutes: tables.some((it) => it.api !== undefined),
    hasCreates: allows('create'),
    hasBulks: allows('bulk_create'),
    hasLists: allows('list'),
    hasLinks: links.length > 0,
    hasLinkWrites: links.some((it) => it.writable),
    hasKeyRoutes: allows('get', 'update', 'delete'),
    hasRaces: hasRaces(model),
    usesVersions: tables.some((it) => it.versioned),
    ...etagUses(tables.flatMap(({ api, versioned }) => (api !== undefined && versioned ? [api] : []))),
    usesTimestamps: hasTimestamps,
    usesSoftDelete: hasSoftDelete,
    usesInputModel: allows('create', 'bulk_create', 'update') || links.some((it) => it.writable),
    usesPublicModel: allows('create', 'bulk_create', 'update', 'list', 'get'),
    usesListParams: allows('list') || links.length > 0,
    ...listUses(tables.flatMap(({ api }) => (api !== undefined && can(api, 'list') ? [api] : []))),
    ...schemaUses(namesOf(tables.flatMap((it) => schemaFragments(it, model)).join('\n'))),
    ...typeUses(namesOf(tables.flatMap((it) => modelFragments(it, model)).join('\n')), {
      hasTimestamps,
      hasSoftDelete,
      hasPlainNumeric: tables.some((it) => it.columns.some(isPlainNumeric)),
      hidesRows: tables.some((it) => it.softDelete && it.api !== undefined && can(it.api, 'delete')),
    }),
  };
}

const isPlainNumeric = ({ type }: Column): boolean => type.kind === 'decimal' && type.precision === undefined;

function etagUses(versioned: readonly TableApi[]): TemplateView {
  const allows = (...operations: readonly Operation[]): boolean =>
    versioned.some((it) => can(it, ...operations));
  return {
    hasEtags: allows('get', 'create', 'update', 'delete'),
    usesTagged: allows('get', 'create', 'update'),
    usesConditions: allows('get', 'update', 'delete'),
    usesIfNoneMatch: allows('get'),
    usesIfMatch: allows('update', 'delete'),
    usesVersionedUpdates: allows('update'),
  };
}

function listUses(lists: readonly TableApi[]): TemplateView {
  const filters = lists.some((it) => filterFields(it.filter).length > 0);
  const sorts = lists.some((it) => sortable(it).length > 0);
  const search = lists.some((it) => it.search.length > 0);
  return {
    usesFilters: filters,
    usesSorts: sorts,
    usesSearch: search,
  };
}

function schemaUses(used: ReadonlySet<string>): TemplateView {
  const flags = (names: readonly string[]): TemplateView =>
    Object.fromEntries(names.map((it) => [`uses${it}`, used.has(it)]));
  const any = (names: readonly string[]): boolean => names.some((it) => used.has(it));
  const text = any(['Str', 'FilterStr', 'IpAddress']);
  return {
    ...flags([...FORMATS, ...INTEGERS, 'AnyOf', 'FilterStr', 'Finite', 'FilterDecimal']),
    ...flags(['IsoDate', 'UtcDateTime', 'Json', 'PatternStr', 'PlainDecimal', 'UtcTime']),
    usesMatching: used.has('matching'),
    usesStr: text,
    usesBounds: text || any(INTEGERS),
    usesScaled: used.has('scaled'),
    usesUnpadded: used.has('unpadded'),
    usesNotANumber: any(['IsoDate', 'UtcDateTime']),
  };
}

type Facts = {
  readonly hasTimestamps: boolean;
  readonly hasSoftDelete: boolean;
  /** Whether a decimal has no precision of its own. */
  readonly hasPlainNumeric: boolean;
  /** Whether a service marks rows as deleted. */
  readonly hidesRows: boolean;
};

const typeUses = (used: ReadonlySet<string>, facts: Facts): TemplateView => ({
  usesBigIntKey: used.has('BigIntKey'),
  usesUTCDateTime: used.has('UTCDateTime') || facts.hasTimestamps || facts.hasSoftDelete,
  usesUTCTime: used.has('UTCTime'),
  usesUtcnow: used.has('utcnow') || facts.hasTimestamps || facts.hidesRows,
  usesNaiveUtcnow: used.has('naive_utcnow'),
  usesToday: used.has('today'),
  usesPlainNumeric: facts.hasPlainNumeric,
  usesExactNumeric: used.has('exact_numeric'),
  usesPaddedChar: used.has('PaddedChar'),
  usesEnumType: used.has('enum_type'),
  usesJsonOrNull: used.has('JsonOrNull'),
  usesJsonText: used.has('json_text'),
  usesJsonbType: used.has('jsonb_type'),
  usesRandomUuid: used.has('random_uuid'),
});

/** The Python that the templates of a table's routes put in from their view. */
function schemaFragments(table: Table, model: Model): readonly string[] {
  const { api } = table;
  if (api === undefined) return [];
  const view = domainView(table, model);
  const when = (operations: readonly Operation[], name: string): readonly unknown[] =>
    can(api, ...operations) ? [view[name]].flat() : [];
  const fragments = [
    ...when(['create', 'bulk_create'], 'createFields'),
    ...when(['update'], 'updateFields'),
    ...when(['list'], 'filterFields'),
    ...when(['get', 'update', 'delete'], 'keyParameters'),
    ...linkFragments(view.links as readonly TemplateView[]),
    can(api, 'list') && api.search.length > 0 ? 'q: FilterStr' : '',
  ];
  return fragments.map(String);
}

/** The Python that the template of a model puts in from its view. */
function modelFragments(table: Table, model: Model): readonly string[] {
  const { columns } = modelView(table, model);
  return (columns as readonly TemplateView[]).map((it) => `(${String(it.call)})`);
}

/** The same of the routes of its links. */
const linkFragments = (links: readonly TemplateView[]): readonly unknown[] =>
  links.flatMap((it) => {
    if (it.isWritable !== true) return [];
    return [it.linkParameters, it.isSingle === true ? `key: ${String(it.bodyType)}` : it.keyFields].flat();
  });
