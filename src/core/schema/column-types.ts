/** What kind of Python value a column holds; rendering, filters and defaults depend on it alone. */
export type ValueKind =
  | 'integer'
  | 'text'
  | 'decimal'
  | 'float'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'time'
  | 'enum'
  | 'uuid'
  | 'json'
  | 'interval'
  | 'binary'
  | 'native'
  | 'array'
  | 'hstore';

/** A property that only columns of some types may have. */
export type OwnProperty =
  | 'autoincrement'
  | 'min'
  | 'max'
  | 'length'
  | 'collation'
  | 'min_length'
  | 'max_length'
  | 'pattern'
  | 'format'
  | 'precision'
  | 'scale'
  | 'timezone'
  | 'values'
  | 'enum'
  | 'items'
  | 'dimensions'
  | 'varying'
  | 'subtype'
  | 'sql_type'
  | 'identity'
  | 'sequence';

type ColumnTypeSpec = {
  /** One line for hover, completion and the reference page. */
  readonly summary: string;
  /** What the value is in Python; undefined of `ForeignKey`, which has the type of its target. */
  readonly kind: ValueKind | undefined;
  readonly own: readonly OwnProperty[];
};

const INTEGER = ['autoincrement', 'identity', 'sequence', 'min', 'max'] as const;
const TEXT = ['collation', 'min_length', 'max_length', 'pattern', 'format'] as const;
const NUMBER = ['min', 'max'] as const;

/** Every column type of the format: the one list that the JSON Schema, the rules and the docs follow. */
export const COLUMN_TYPES = {
  Integer: { summary: 'whole number, 32 bits', kind: 'integer', own: INTEGER },
  BigInteger: { summary: 'whole number, 64 bits', kind: 'integer', own: INTEGER },
  SmallInteger: { summary: 'whole number, 16 bits', kind: 'integer', own: INTEGER },
  String: { summary: 'text of at most `length` characters', kind: 'text', own: ['length', ...TEXT] },
  Char: { summary: 'text of exactly `length` characters', kind: 'text', own: ['length', ...TEXT] },
  Text: { summary: 'text of any length', kind: 'text', own: TEXT },
  CIText: { summary: 'text that compares without case', kind: 'text', own: TEXT },
  Numeric: { summary: 'exact decimal number', kind: 'decimal', own: ['precision', 'scale', ...NUMBER] },
  Float: { summary: 'floating-point number', kind: 'float', own: NUMBER },
  Double: { summary: 'floating-point number, 64 bits', kind: 'float', own: NUMBER },
  Real: { summary: 'floating-point number, 32 bits', kind: 'float', own: NUMBER },
  Boolean: { summary: 'true or false', kind: 'boolean', own: [] },
  Date: { summary: 'calendar date', kind: 'date', own: [] },
  DateTime: {
    summary: 'date and time; with `timezone` it is aware',
    kind: 'datetime',
    own: ['timezone', 'precision'],
  },
  Time: { summary: 'time of day', kind: 'time', own: ['timezone', 'precision'] },
  Interval: { summary: 'length of time, as an ISO 8601 duration like `P1DT12H`', kind: 'interval', own: [] },
  Enum: { summary: 'one of a list of `values`', kind: 'enum', own: ['values', 'enum'] },
  UUID: { summary: 'universally unique identifier', kind: 'uuid', own: [] },
  JSON: { summary: 'any JSON value', kind: 'json', own: [] },
  JSONB: { summary: 'any JSON value, stored as binary on PostgreSQL', kind: 'json', own: [] },
  LargeBinary: { summary: 'bytes, as base64', kind: 'binary', own: [] },
  INET: { summary: 'IP address', kind: 'native', own: [] },
  CIDR: { summary: 'IP network', kind: 'native', own: [] },
  MACADDR: { summary: 'MAC address', kind: 'native', own: [] },
  TSVector: { summary: 'full-text search vector; never in the API', kind: 'native', own: [] },
  XML: { summary: 'XML document', kind: 'native', own: [] },
  HStore: { summary: 'map of text to text, or to null', kind: 'hstore', own: [] },
  LTree: { summary: 'label path', kind: 'native', own: [] },
  Array: { summary: 'list of `items`', kind: 'array', own: ['items', 'dimensions'] },
  Bit: { summary: 'text of `length` zeros and ones', kind: 'native', own: ['length', 'varying'] },
  Range: {
    summary: 'range of values of `subtype`, as text like `[1,10)`',
    kind: 'native',
    own: ['subtype', 'timezone'],
  },
  Custom: { summary: 'any type of the database, written as `sql_type`', kind: 'native', own: ['sql_type'] },
  ForeignKey: {
    summary: 'reference to `target`; its type is the type of the target',
    kind: undefined,
    own: [],
  },
} as const satisfies Record<string, ColumnTypeSpec>;

/** What a range may be over. */
export const RANGE_SUBTYPES = ['Integer', 'BigInteger', 'Numeric', 'Date', 'DateTime'] as const;

/** The name of a column type. */
export type ColumnTypeName = keyof typeof COLUMN_TYPES;

/** The names in the order of the documentation. */
export const COLUMN_TYPE_NAMES = Object.keys(COLUMN_TYPES) as readonly ColumnTypeName[];

/** What an array may hold: no array, whose `dimensions` say that, and nothing that the API never shows. */
export const ITEM_TYPES: readonly ColumnTypeName[] = COLUMN_TYPE_NAMES.filter(
  (it) => it !== 'Array' && it !== 'ForeignKey' && it !== 'TSVector',
);

/** Whether a text names a column type. */
export const isColumnTypeName = (text: string | undefined): text is ColumnTypeName =>
  text !== undefined && Object.hasOwn(COLUMN_TYPES, text);

/** The kind of value of a type, undefined for an unknown, unsupported or reference type. */
export function kindOfType(type: string | undefined): ValueKind | undefined {
  return isColumnTypeName(type) ? COLUMN_TYPES[type].kind : undefined;
}

/** Smallest and largest value of the integer types (two's complement of 32, 64 and 16 bits). */
export const INTEGER_BOUNDS = {
  Integer: { min: '-2147483648', max: '2147483647' },
  BigInteger: { min: '-9223372036854775808', max: '9223372036854775807' },
  SmallInteger: { min: '-32768', max: '32767' },
} as const;

/**
 * Types that PostgreSQL alone has, with what other databases keep in their place; undefined where nothing would do
 * (`backend.md` 3.1 of the design). All other types are everywhere, or SQLAlchemy makes them up without loss.
 */
const POSTGRESQL_ONLY: Readonly<Partial<Record<ColumnTypeName, string | undefined>>> = {
  CIText: 'text whose collation ignores case',
  JSONB: 'JSON',
  INET: 'text',
  CIDR: 'text',
  MACADDR: 'text',
  TSVector: undefined,
  XML: 'text',
  HStore: 'JSON',
  LTree: 'text',
  Array: 'JSON',
  Bit: 'text',
  Range: 'text',
};

/**
 * What a database keeps in place of a type: the type itself, something else by its name, or nothing. SQLAlchemy keeps an
 * interval as a moment, which MySQL and SQL Server have neither of all years nor with all fractions of a second.
 */
export function keptAs(
  type: ColumnTypeName,
  dbType: string,
): 'itself' | { readonly instead: string } | undefined {
  if (type === 'Interval' && (dbType === 'mysql' || dbType === 'mssql')) return undefined;
  if (dbType === 'postgresql' || !Object.hasOwn(POSTGRESQL_ONLY, type)) return 'itself';
  const instead = POSTGRESQL_ONLY[type];
  return instead === undefined ? undefined : { instead };
}
