/** Where each name comes from that generated modules may use; a name that is used is imported. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  'collections.abc': ['Sequence'],
  decimal: ['Decimal'],
  enum: ['StrEnum'],
  typing: ['Annotated', 'Any', 'Literal', 'TYPE_CHECKING'],
  uuid: ['UUID', 'uuid4'],
  fastapi: ['Query', 'Request', 'Response'],
  httpx: ['AsyncClient'],
  pydantic: ['MISSING', 'Field', 'JsonValue', 'NaiveDatetime', 'SecretStr', 'StrictBool'],
  pydantic_core: ['to_jsonable_python'],
  'sqlalchemy.ext.asyncio': ['AsyncSession'],
  'sqlalchemy.orm': ['Mapped', 'mapped_column', 'relationship'],
  'sqlalchemy.dialects': ['postgresql'],
  app: ['models'],
  'app.core.bulk': ['BulkInput', 'BulkPublic', 'insert_all'],
  'app.core.db': ['Base', 'SessionDep'],
  'app.core.config': ['Settings'],
  'app.core.errors': ['NotFoundError', 'problems'],
  'app.core.keyset': ['Columns', 'ordering'],
  'app.core.links': ['LinkedKeys', 'Links'],
  'app.core.listing': ['Rows', 'fetch_page', 'filtered', 'searched'],
  'app.core.etag': [
    'IfMatch',
    'IfNoneMatch',
    'check_version',
    'etag',
    'flush_if_unchanged',
    'not_modified',
    'tagged',
  ],
  'app.core.mixins': ['SoftDeleteMixin', 'TimestampMixin', 'VersionMixin'],
  'app.core.passwords': ['hash_password', 'hasher'],
  'app.core.routing': ['PrefixRouter', 'location'],
  'app.core.schemas': [
    'AnyOf',
    'Color',
    'Country',
    'Currency',
    'Email',
    'FilterDecimal',
    'FilterStr',
    'Finite',
    'InputModel',
    'Int16',
    'Int32',
    'Int64',
    'IpAddress',
    'IsoDate',
    'Json',
    'ListParams',
    'Page',
    'PatternStr',
    'PlainDecimal',
    'Phone',
    'PublicModel',
    'Slug',
    'SortBy',
    'Str',
    'Url',
    'UtcDateTime',
    'UtcTime',
    'UuidText',
    'matching',
    'scaled',
    'unpadded',
  ],
  'tests.races': ['race'],
  'tests.bulk': ['check_bulk_create', 'check_bulk_limits', 'check_bulk_refusal'],
  'tests.links': ['check_linked', 'check_links', 'check_replacements'],
  'tests.paging': ['check_order'],
  'app.core.types': [
    'BigIntKey',
    'JsonOrNull',
    'PaddedChar',
    'UTCDateTime',
    'UTCTime',
    'enum_type',
    'exact_numeric',
    'json_text',
    'jsonb_type',
    'naive_utcnow',
    'random_uuid',
    'today',
    'utcnow',
  ],
};

/** Modules that are imported whole, by the name that they get. */
const MODULES: Readonly<Record<string, string>> = {
  dt: 'import datetime as dt',
  sa: 'import sqlalchemy as sa',
  asyncio: 'import asyncio',
  itertools: 'import itertools',
  pytest: 'import pytest',
};

/** The same for what all tables share, where no name of the schema can be in the way. */
const CORE_SOURCES: Readonly<Record<string, readonly string[]>> = {
  'collections.abc': ['Callable'],
  decimal: ['Context'],
  pydantic: [
    'AfterValidator',
    'AwareDatetime',
    'BaseModel',
    'BeforeValidator',
    'ConfigDict',
    'model_validator',
  ],
  sqlalchemy: ['event'],
  fastapi: ['Depends', 'Header', 'HTTPException'],
  http: ['HTTPStatus'],
  'sqlalchemy.ext.compiler': ['compiles'],
  'sqlalchemy.ext.hybrid': ['hybrid_property'],
  'sqlalchemy.orm': ['ORMExecuteState', 'Session', 'with_loader_criteria'],
  'sqlalchemy.orm.exc': ['StaleDataError'],
  'sqlalchemy.sql.functions': ['FunctionElement'],
  typing: ['Generic', 'Self', 'TypeVar'],
};

const CORE_MODULES: Readonly<Record<string, string>> = {
  ipaddress: 'import ipaddress',
  math: 'import math',
  re: 'import re',
};

type Sources = typeof SOURCES;
type Modules = typeof MODULES;

const statements = (sources: Sources, modules: Modules): ReadonlyMap<string, string> =>
  new Map([
    ...Object.entries(sources).flatMap(([source, names]) =>
      names.map((it) => [it, `from ${source} import ${it}`] as const),
    ),
    ...Object.entries(modules),
  ]);

const OF_TABLES = statements(SOURCES, MODULES);
const OF_CORE = new Map([...OF_TABLES, ...statements(CORE_SOURCES, CORE_MODULES)]);

/** Stands in a template where its imports go. */
export const IMPORTS = '# imports';

/**
 * Puts the import statements of every known name that the text uses where `# imports` stands. Imports of the
 * project's own tables stand in the templates and go when nothing uses them; sorting and joining them all is the
 * formatter's work.
 */
export function addImports(text: string, path: string): string {
  if (!text.includes(IMPORTS)) return text;
  const used = namesOf(text);
  const own = ownNames(text);
  const known = path.startsWith('app/core/') ? OF_CORE : OF_TABLES;
  const found = [...known].flatMap(([name, statement]) =>
    used.has(name) && !own.has(name) ? [statement] : [],
  );
  const start = text.indexOf(IMPORTS);
  const end = `${text}\n\n`.indexOf('\n\n', start);
  const listed = text.slice(start, end).split('\n').slice(1);
  const kept = listed.filter((it) => used.has(OWN_IMPORT.exec(it)?.[1] ?? '') || !OWN_IMPORT.test(it));
  return text.slice(0, start) + [...found, ...kept].join('\n') + text.slice(end);
}

/** An import of one name of the project's own. */
const OWN_IMPORT = /^from (?:app|tests)\.\S+ import (?:\S+ as )?(\S+)$/;

/** Names that a module makes itself or imports already. */
function ownNames(text: string): ReadonlySet<string> {
  const made = text.matchAll(
    /^(?:class |def |async def )?([\p{ID_Start}_][\p{ID_Continue}]*)(?=[(:]| = )/gmu,
  );
  const imported = text.matchAll(/^ *from \S+ import (?:\S+ as )?(\S+)$/gmu);
  return new Set([...made, ...imported].flatMap((it) => it[1] ?? []));
}

const STRING = /("""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/g;

const NAME = /(?<![.\p{ID_Continue}])[\p{ID_Start}_][\p{ID_Continue}]*/gu;

/** Names that only name something: fields, variables, parameters and the keywords of calls. */
const NAMED = /(^\s*|[(,]\s*)[\p{ID_Start}_][\p{ID_Continue}]*(?=\s*(?::|=(?!=)))/gmu;

/** Every name that a text uses outside strings and comments; names in f-string fields count. */
export function namesOf(text: string): ReadonlySet<string> {
  const code = text
    .replace(/\b[fF](?="|')("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/g, (_, it: string) => fieldsOf(it))
    .replace(STRING, '""')
    .replace(/#.*/g, '')
    .replace(/^ *(?:from|import) .*$/gm, '')
    .replace(NAMED, '$1');
  return new Set(code.match(NAME));
}

const fieldsOf = (literal: string): string => (literal.match(/\{[^{}]*\}/g) ?? []).join(' ');
