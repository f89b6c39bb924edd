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
  | 'json';

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
  /** What the value is in Python; undefined while the generator cannot render the type. */
  readonly kind: ValueKind | undefined;
  readonly own: readonly OwnProperty[];
  /** Those of its properties that the generator cannot render yet (BB006), though it can for other types. */
  readonly notYet?: readonly OwnProperty[];
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
  CIText: { summary: 'text that compares without case', kind: undefined, own: TEXT },
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
    notYet: ['precision'],
  },
  Time: { summary: 'time of day', kind: 'time', own: ['timezone', 'precision'], notYet: ['precision'] },
  Interval: { summary: 'length of time', kind: undefined, own: [] },
  Enum: { summary: 'one of a list of `values`', kind: 'enum', own: ['values', 'enum'] },
  UUID: { summary: 'universally unique identifier', kind: 'uuid', own: [] },
  JSON: { summary: 'any JSON value', kind: 'json', own: [] },
  JSONB: { summary: 'any JSON value, stored as binary on PostgreSQL', kind: 'json', own: [] },
  LargeBinary: { summary: 'bytes', kind: undefined, own: [] },
  INET: { summary: 'IP address', kind: undefined, own: [] },
  CIDR: { summary: 'IP network', kind: undefined, own: [] },
  MACADDR: { summary: 'MAC address', kind: undefined, own: [] },
  TSVector: { summary: 'full-text search vector', kind: undefined, own: [] },
  XML: { summary: 'XML document', kind: undefined, own: [] },
  HStore: { summary: 'map of text to text', kind: undefined, own: [] },
  LTree: { summary: 'label path', kind: undefined, own: [] },
  Array: { summary: 'list of `items`', kind: undefined, own: ['items', 'dimensions'] },
  Bit: { summary: 'bit string', kind: undefined, own: ['length', 'varying'] },
  Range: { summary: 'range of `subtype`', kind: undefined, own: ['subtype'] },
  Custom: { summary: 'any type of the database, written as `sql_type`', kind: undefined, own: ['sql_type'] },
  ForeignKey: {
    summary: 'reference to `target`; its type is the type of the target',
    kind: undefined,
    own: [],
  },
} as const satisfies Record<string, ColumnTypeSpec>;

/** The name of a column type. */
export type ColumnTypeName = keyof typeof COLUMN_TYPES;

/** The names in the order of the documentation. */
export const COLUMN_TYPE_NAMES = Object.keys(COLUMN_TYPES) as readonly ColumnTypeName[];

/** Types that the generator cannot render yet; `ForeignKey` has the type of its target. */
export const TYPES_NOT_YET: readonly ColumnTypeName[] = COLUMN_TYPE_NAMES.filter(
  (it) => COLUMN_TYPES[it].kind === undefined && it !== 'ForeignKey',
);

/** Whether a text names a column type. */
export const isColumnTypeName = (text: string | undefined): text is ColumnTypeName =>
  text !== undefined && Object.hasOwn(COLUMN_TYPES, text);

/** The kind of value of a type, undefined for an unknown, unsupported or reference type. */
export function kindOfType(type: string | undefined): ValueKind | undefined {
  return isColumnTypeName(type) ? COLUMN_TYPES[type].kind : undefined;
}

/** Properties that the generator cannot render yet on columns of a type, though the format has them. */
export function propertiesNotYet(type: ColumnTypeName): readonly OwnProperty[] {
  const spec: ColumnTypeSpec = COLUMN_TYPES[type];
  return spec.notYet ?? [];
}

/** Smallest and largest value of the integer types (two's complement of 32, 64 and 16 bits). */
export const INTEGER_BOUNDS = {
  Integer: { min: '-2147483648', max: '2147483647' },
  BigInteger: { min: '-9223372036854775808', max: '9223372036854775807' },
  SmallInteger: { min: '-32768', max: '32767' },
} as const;
