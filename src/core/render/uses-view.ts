import type { Operation } from '../model/access.ts';
import type { Column, Model, Table, TableApi } from '../model/model.ts';
import { isMapped } from '../model/references.ts';
import { usesLiveSession } from '../plan/features.ts';
import { arrayUses } from './array-view.ts';
import { can, domainView, sortable } from './domain-view.ts';
import { keylessView } from './keyless-view.ts';
import { modelView } from './model-view.ts';
import { nativeUses } from './native-view.ts';
import { storedType } from './python/array-words.ts';
import { filterFields } from './python/filters.ts';
import { namesOf } from './python/imports.ts';
import { usesConvertor } from './python/key-route.ts';
import { isMoment, type MomentType } from './python/moments.ts';
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
  const inSchemas = namesOf(tables.flatMap((it) => schemaFragments(it, model)).join('\n'));
  const ofModels = tables.flatMap((it) => modelFragments(it, model)).join('\n');
  const inModels = namesOf(ofModels);
  const hasTimestamps = tables.some((it) => it.timestamps);
  const hasSoftDelete = tables.some((it) => it.softDelete && isMapped(it));
  const hasKeyless = tables.some((it) => !isMapped(it));
  return {
    hasKeyless,
    attributeType: hasKeyless ? 'Attribute' : 'InstrumentedAttribute[Any]',
    hasRoutes: tables.some((it) => it.api !== undefined),
    hasCreates: allows('create'),
    ...slashUses(model),
    hasBulks: allows('bulk_create'),
    hasLists: allows('list'),
    hasLinks: links.length > 0,
    hasLinkWrites: links.some((it) => it.writable),
    hasKeyRoutes: allows('get', 'update', 'delete'),
    usesLiveSession: usesLiveSession(model),
    usesVersions: tables.some((it) => it.versioned),
    ...etagUses(tables.flatMap(({ api, versioned }) => (api !== undefined && versioned ? [api] : []))),
    usesTimestamps: hasTimestamps,
    usesSoftDelete: hasSoftDelete,
    usesInputModel: allows('create', 'bulk_create', 'update') || links.some((it) => it.writable),
    usesPublicModel: allows('create', 'bulk_create', 'update', 'list', 'get'),
    usesListParams: allows('list') || links.length > 0,
    usesIntervals: tables.some(ordersIntervals),
    ...listUses(tables.flatMap(({ api }) => (api !== undefined && can(api, 'list') ? [api] : []))),
    ...schemaUses(inSchemas),
    ...nativeUses(inSchemas, inModels, /NativeText\([^()]*_text\)/.test(ofModels)),
    ...arrayUses(tables),
    ...typeUses(inModels, {
      hasTimestamps,
      hasSoftDelete,
      hasPlainNumeric: tables.some((it) => it.columns.some(isPlainNumeric)),
      moments: tables.flatMap((it) => it.columns.flatMap(preciseMoment)),
      hidesRows: tables.some((it) => it.softDelete && it.api !== undefined && can(it.api, 'delete')),
    }),
  };
}

/** Keys with slashes, which paths of routes need a convertor for. */
function slashUses(model: Model): TemplateView {
  const [hasNetworkKeys, hasUrlKeys] = [usesConvertor(model, 'network'), usesConvertor(model, 'url')];
  return { hasNetworkKeys, hasUrlKeys, hasSlashKeys: hasNetworkKeys || hasUrlKeys };
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

/** Whether a list is ordered by intervals: because it is asked for, or because no key orders it. */
function ordersIntervals({ api, columns, primaryKey }: Table): boolean {
  if (api === undefined || !can(api, 'list')) return false;
  const ordered = primaryKey.columns.length === 0 ? columns : sortable(api);
  return ordered.some(({ type }) => type.kind === 'interval');
}

function listUses(lists: readonly TableApi[]): TemplateView {
  const filters = lists.some((it) => filterFields(it.filter).length > 0);
  const sorts = lists.some((it) => sortable(it).length > 0);
  const search = lists.some((it) => it.search.length > 0);
  return {
    usesFilters: filters,
    usesSorts: sorts,
    usesSearch: search,
    usesPatterns: filters || search,
  };
}

function schemaUses(used: ReadonlySet<string>): TemplateView {
  const flags = (names: readonly string[]): TemplateView =>
    Object.fromEntries(names.map((it) => [`uses${it}`, used.has(it)]));
  const any = (names: readonly string[]): boolean => names.some((it) => used.has(it));
  const text = any(['Str', 'FilterStr', 'IpAddress', 'TextMap']);
  return {
    ...flags([...FORMATS, ...INTEGERS, 'AnyOf', 'FilterStr', 'Finite', 'FilterDecimal']),
    ...flags([
      'IsoDate',
      'UtcDateTime',
      'Json',
      'PatternStr',
      'PlainDecimal',
      'UtcTime',
      'Base64',
      'Duration',
      'TextMap',
    ]),
    usesMatching: used.has('matching'),
    usesRectangular: used.has('rectangular'),
    usesStr: text,
    usesBounds: text || any(INTEGERS),
    usesScaled: used.has('scaled'),
    usesUnpadded: used.has('unpadded'),
    usesTruncated: used.has('truncated'),
    usesNotANumber: any(['IsoDate', 'UtcDateTime', 'Duration']),
  };
}

type Facts = {
  readonly hasTimestamps: boolean;
  readonly hasSoftDelete: boolean;
  /** Whether a decimal has no precision of its own. */
  readonly hasPlainNumeric: boolean;
  /** Moments and times of day that keep a certain number of digits of a second. */
  readonly moments: readonly MomentType[];
  /** Whether a service marks rows as deleted. */
  readonly hidesRows: boolean;
};

function preciseMoment(column: Column): readonly MomentType[] {
  const type = storedType(column.type);
  return isMoment(type) && type.precision !== undefined ? [type] : [];
}

function preciseUses(used: ReadonlySet<string>, moments: readonly MomentType[]): TemplateView {
  const aware = moments.filter((it) => it.timezone).map((it) => it.kind);
  return {
    usesPreciseUTCDateTime: aware.includes('datetime'),
    usesPreciseUTCTime: aware.includes('time'),
    usesNaiveDatetime: used.has('naive_datetime'),
    usesNaiveTime: used.has('naive_time'),
  };
}

const typeUses = (used: ReadonlySet<string>, facts: Facts): TemplateView => ({
  usesBigIntKey: used.has('BigIntKey'),
  usesUTCDateTime: used.has('UTCDateTime') || facts.hasTimestamps || facts.hasSoftDelete,
  usesUTCTime: used.has('UTCTime'),
  ...preciseUses(used, facts.moments),
  usesUtcnow: used.has('utcnow') || facts.hasTimestamps || facts.hidesRows,
  usesNaiveUtcnow: used.has('naive_utcnow'),
  usesToPrecision: used.has('to_precision'),
  usesToday: used.has('today'),
  usesPlainNumeric: facts.hasPlainNumeric,
  usesExactNumeric: used.has('exact_numeric'),
  usesPaddedChar: used.has('PaddedChar'),
  usesLongText: used.has('LongText'),
  usesEnumType: used.has('enum_type'),
  usesJsonOrNull: used.has('JsonOrNull'),
  usesJsonText: used.has('json_text'),
  usesJsonbType: used.has('jsonb_type'),
  usesCIText: used.has('CIText'),
  usesRandomUuid: used.has('random_uuid'),
  usesSqlByDialect: used.has('sql_by_dialect'),
  usesNvarchar: used.has('nvarchar'),
  usesCollation: ['nvarchar', 'PaddedChar', 'enum_type'].some((it) => used.has(it)),
  usesServerOnly: used.has('server_only'),
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
    ...when(['list', 'get', 'create', 'bulk_create', 'update'], 'publicFields'),
    ...when(['get', 'update', 'delete'], 'keyParameters'),
    ...linkFragments(view.links as readonly TemplateView[]),
    can(api, 'list') && api.search.length > 0 ? 'q: FilterStr' : '',
  ];
  return fragments.map(String);
}

/** The Python that the template of a model puts in from its view. */
function modelFragments(table: Table, model: Model): readonly string[] {
  const { coreColumns, coreItems } = keylessView(table, model);
  if (coreColumns !== undefined) return [coreColumns, coreItems].flat() as readonly string[];
  const { columns, tableArgs } = modelView(table, model);
  const calls = (columns as readonly TemplateView[]).map((it) => `(${String(it.call)})`);
  // What the mixin has of a clock that is asked for UTC.
  const clock = table.timestamps && model.project.dbType === 'mssql' ? ['sql_by_dialect'] : [];
  return [...calls, ...(tableArgs as readonly string[]), ...clock];
}

/** The same of the routes of its links. */
const linkFragments = (links: readonly TemplateView[]): readonly unknown[] =>
  links.flatMap((it) => {
    if (it.isWritable !== true) return [];
    return [it.linkParameters, it.isSingle === true ? `key: ${String(it.bodyType)}` : it.keyFields].flat();
  });
