/** Where each name comes from that generated modules may use; a name that is used is imported. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  decimal: ['Decimal'],
  enum: ['StrEnum'],
  typing: ['Annotated', 'Any', 'Literal', 'TYPE_CHECKING'],
  uuid: ['UUID', 'uuid4'],
  fastapi: ['Query', 'Request', 'Response'],
  httpx: ['AsyncClient'],
  pydantic: ['MISSING', 'Field', 'JsonValue', 'NaiveDatetime', 'SecretStr'],
  pydantic_core: ['to_jsonable_python'],
  'sqlalchemy.ext.asyncio': ['AsyncSession'],
  'sqlalchemy.orm': ['Mapped', 'mapped_column', 'relationship'],
  'sqlalchemy.dialects': ['postgresql'],
  app: ['models'],
  'app.core.db': ['Base', 'SessionDep'],
  'app.core.errors': ['NotFoundError', 'problems'],
  'app.core.listing': ['Columns', 'Rows', 'fetch_page', 'filtered', 'searched'],
  'app.core.mixins': ['SoftDeleteMixin', 'TimestampMixin'],
  'app.core.passwords': ['hash_password', 'hasher'],
  'app.core.routing': ['PrefixRouter', 'location'],
  'app.core.schemas': [
    'AnyOf',
    'FilterDecimal',
    'FilterStr',
    'Finite',
    'InputModel',
    'Int16',
    'Int32',
    'Int64',
    'Json',
    'ListParams',
    'Page',
    'PublicModel',
    'SortBy',
    'Str',
    'UTC',
    'scaled',
  ],
  'app.core.types': [
    'BigIntKey',
    'UTCDateTime',
    'enum_type',
    'exact_numeric',
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
  itertools: 'import itertools',
  pytest: 'import pytest',
};

const STATEMENTS = new Map([
  ...Object.entries(SOURCES).flatMap(([source, names]) =>
    names.map((it) => [it, `from ${source} import ${it}`] as const),
  ),
  ...Object.entries(MODULES),
]);

/** Stands in a template where its imports go. */
export const IMPORTS = '# imports';

/**
 * Puts the import statements of every known name that the text uses where `# imports` stands. Imports of the
 * project's own tables stand in the templates; sorting and joining them all is the formatter's work.
 */
export function addImports(text: string): string {
  if (!text.includes(IMPORTS)) return text;
  const used = namesOf(text);
  const found = [...STATEMENTS].flatMap(([name, statement]) => (used.has(name) ? [statement] : []));
  return text.replace(IMPORTS, () => found.join('\n'));
}

const STRING = /("""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/g;

/** Every name that is not an attribute and not inside a string or comment; names in f-string fields count. */
function namesOf(text: string): ReadonlySet<string> {
  const code = text
    .replace(/\b[fF](?="|')("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/g, (_, it: string) => fieldsOf(it))
    .replace(STRING, '""')
    .replace(/#.*/g, '');
  return new Set(code.match(/(?<![.\p{ID_Continue}])[\p{ID_Start}_][\p{ID_Continue}]*/gu));
}

const fieldsOf = (literal: string): string => (literal.match(/\{[^{}]*\}/g) ?? []).join(' ');
