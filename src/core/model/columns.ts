import type { Json, JsonObject } from '../document/json.ts';
import { type ColumnTypeName, keptAs } from '../schema/column-types.ts';
import { dbTypeOf } from '../schema/dialects.ts';
import { distinct } from '../schema/identifiers.ts';
import { resolvedColumn } from '../schema/pairing.ts';
import { pythonAttribute } from '../schema/python-names.ts';
import { readSqlLiteral } from '../schema/sql-literals.ts';
import { type ColumnView, number, type SchemaView, type TableView, text } from '../schema/view.ts';
import type { ColumnType, TextType } from './column-type.ts';
import type { ColumnChecks, Literal, OptionColumn, ServerDefault, Visibility } from './column-values.ts';
import { type EnumTypes, enumOfColumn } from './enums.ts';
import { buildGenerated } from './generated.ts';
import type { Column, ForeignKey } from './model.ts';
import { nativeType } from './native-type.ts';
import { buildNumbering, NOT_NUMBERED } from './numbering.ts';

/** What the type of a column may need beside the column. */
type TypeContext = { readonly view: SchemaView; readonly enums: EnumTypes };

type Context = TypeContext & {
  readonly foreignKeys: readonly ForeignKey[];
};

/** The columns of a table: as written, then those that its options add and that it does not have yet. */
export function buildColumns(table: TableView, context: Context): readonly Column[] {
  const added = optionColumns(table).filter((it) => table.columns.every((column) => column.name !== it.name));
  const attributes = distinct(
    table.columns.map((it) => pythonAttribute(it.name ?? '')),
    added.map((it) => it.attribute),
  );
  return [
    ...table.columns.map((it, i) => buildColumn(it, { ...context, table, attribute: attributes[i] ?? '' })),
    ...added,
  ];
}

type ColumnContext = Context & { readonly table: TableView; readonly attribute: string };

function buildColumn(it: ColumnView, context: ColumnContext): Column {
  const name = it.name ?? '';
  const primaryKey = context.table.primaryKey.includes(name);
  const foreignKeys = context.foreignKeys.filter((key) => key.columns.includes(name));
  const typed = resolvedColumn(context.view, it) ?? it;
  const type = columnType(typed, context);
  const generated = buildGenerated(it, context.table, context.view);
  const numbering = buildNumbering(it, {
    table: context.table,
    type,
    isReference: foreignKeys.length > 0,
  });
  const isMade = numbering.identity !== undefined || generated !== undefined;
  return {
    name,
    attribute: context.attribute,
    description: text(it.raw.description)?.trim() || undefined,
    type,
    nullable: !primaryKey && numbering.identity === undefined && it.raw.nullable !== false,
    primaryKey,
    ...numbering,
    default: literal(it.raw.default),
    serverDefault: serverDefault(it.raw.server_default, type.kind, typed),
    generated,
    visibility: isNeverShown(type) ? 'hidden' : visibility(it.raw, isMade),
    checks: checksOf(it.raw),
    foreignKeys,
    origin: 'schema',
    renamedFrom: text(it.raw.renamed_from),
  };
}

function visibility(raw: JsonObject, isMade: boolean): Visibility {
  const written = text(raw.visibility);
  if (written === 'hidden') return 'hidden';
  if (raw.format === 'password') return written === 'read_only' ? 'hidden' : 'write_only';
  if (written === 'read_write' || written === 'read_only' || written === 'write_only') return written;
  return isMade ? 'read_only' : 'read_write';
}

/** A search vector is made by the database for the database. */
const isNeverShown = (type: ColumnType): boolean => type.kind === 'native' && type.form === 'tsvector';

function literal(value: Json | undefined): Literal | undefined {
  return value === undefined || value === null ? undefined : { value };
}

const KEYWORDS = ['now', 'today', 'uuid', 'true', 'false', 'null'] as const;

function serverDefault(
  value: Json | undefined,
  type: ColumnType['kind'],
  typed: ColumnView,
): ServerDefault | undefined {
  const written = text(value);
  if (written === undefined) return undefined;
  const kind = KEYWORDS.find((it) => it === written);
  if (kind !== undefined) return { kind };
  const read = readSqlLiteral(type, written, typed);
  return read === undefined ? { kind: 'sql', sql: written } : { kind: 'literal', value: read };
}

function checksOf(raw: JsonObject): ColumnChecks {
  return {
    min: number(raw.min),
    max: number(raw.max),
    minLength: number(raw.min_length),
    maxLength: number(raw.max_length),
    pattern: text(raw.pattern),
    format: text(raw.format),
  };
}

type MakeType = (it: ColumnView, context: TypeContext) => ColumnType;

const varchar: MakeType = (it, context) => textType(it, context, { form: 'varchar', length: lengthOf(it) });
const json =
  (binary: boolean): MakeType =>
  () => ({ kind: 'json', binary });

const moments =
  (kind: 'datetime' | 'time'): MakeType =>
  ({ raw }) => ({ kind, timezone: raw.timezone === true, precision: number(raw.precision) });

/** How each type of the format that the generator renders is resolved. */
const MAKE_TYPE: Readonly<Record<string, MakeType>> = {
  Integer: () => ({ kind: 'integer', bits: 32 }),
  BigInteger: () => ({ kind: 'integer', bits: 64 }),
  SmallInteger: () => ({ kind: 'integer', bits: 16 }),
  String: varchar,
  Char: (it, context) => textType(it, context, { form: 'char', length: lengthOf(it) ?? 1 }),
  Text: (it, context) => textType(it, context, { form: 'text', length: undefined }),
  CIText: (it, context) => textType(it, context, { form: 'citext', length: undefined }),
  Numeric: (it) => ({ kind: 'decimal', precision: number(it.raw.precision), scale: number(it.raw.scale) }),
  Float: () => ({ kind: 'float', form: 'float' }),
  Double: () => ({ kind: 'float', form: 'double' }),
  Real: () => ({ kind: 'float', form: 'real' }),
  Boolean: () => ({ kind: 'boolean' }),
  Date: () => ({ kind: 'date' }),
  DateTime: moments('datetime'),
  Time: moments('time'),
  Enum: (it, { view, enums }) => enumOfColumn(view, it, enums) ?? varchar(it, { view, enums }),
  UUID: () => ({ kind: 'uuid' }),
  JSON: json(false),
  JSONB: json(true),
  Interval: () => ({ kind: 'interval' }),
  LargeBinary: () => ({ kind: 'binary' }),
  HStore: (_, { view }) => ({ kind: 'hstore', isThere: isThere('HStore', view) }),
  Array: arrayType,
};

function textType(
  { raw }: ColumnView,
  { view }: TypeContext,
  type: Pick<TextType, 'form' | 'length'>,
): ColumnType {
  const [name, dbType] = [text(raw.collation), dbTypeOf(view)];
  return { kind: 'text', ...type, collation: name === undefined ? undefined : { name, onlyOn: dbType } };
}

/** A hash of a password (Argon2) needs at least this many characters, whatever `length` says. */
const PASSWORD_LENGTH = 255;

function lengthOf(it: ColumnView): number | undefined {
  const written = number(it.raw.length);
  return it.raw.format === 'password' ? Math.max(PASSWORD_LENGTH, written ?? 0) : written;
}

function columnType(it: ColumnView, context: TypeContext): ColumnType {
  const make = MAKE_TYPE[it.type ?? ''] ?? varchar;
  return nativeType(it, context.view) ?? make(it, context);
}

const isThere = (type: ColumnTypeName, { dbType }: SchemaView): boolean =>
  keptAs(type, dbType ?? '') === 'itself';

function arrayType(it: ColumnView, context: TypeContext): ColumnType {
  const items = it.items ?? it;
  return {
    kind: 'array',
    items: it.items === undefined ? varchar(it, context) : columnType(it.items, context),
    checks: checksOf(items.raw),
    dimensions: number(it.raw.dimensions) ?? 1,
    isThere: isThere('Array', context.view),
  };
}

/** Columns that the options of a table add. */
function optionColumns({ options }: TableView): readonly Column[] {
  return [
    ...(options.use_timestamps === true ? [moment('created_at'), moment('updated_at')] : []),
    ...(options.use_soft_delete === true ? [{ ...moment('deleted_at'), nullable: true }] : []),
    ...(options.use_optimistic_lock === true ? [VERSION] : []),
  ];
}

const optionColumn = (name: OptionColumn, type: ColumnType): Column => ({
  name,
  attribute: name,
  description: undefined,
  type,
  nullable: false,
  primaryKey: false,
  ...NOT_NUMBERED,
  default: undefined,
  serverDefault: undefined,
  generated: undefined,
  visibility: 'read_only',
  checks: checksOf({}),
  foreignKeys: [],
  origin: name,
  renamedFrom: undefined,
});

/** Aware, as decided for all option columns. */
const moment = (name: OptionColumn): Column => ({
  ...optionColumn(name, { kind: 'datetime', timezone: true, precision: undefined }),
  serverDefault: name === 'deleted_at' ? undefined : { kind: 'now' },
});

const VERSION: Column = {
  ...optionColumn('version', { kind: 'integer', bits: 32 }),
  serverDefault: { kind: 'sql', sql: '1' },
};
