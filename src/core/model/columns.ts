import type { Json, JsonObject } from '../document/json.ts';
import { distinct } from '../schema/identifiers.ts';
import { resolvedColumn } from '../schema/pairing.ts';
import { pythonAttribute } from '../schema/python-names.ts';
import { type ColumnView, number, type SchemaView, type TableView, text } from '../schema/view.ts';
import type { ColumnType } from './column-type.ts';
import { type EnumClasses, enumType } from './enums.ts';
import type {
  Column,
  ColumnChecks,
  ForeignKey,
  Literal,
  OptionColumn,
  ServerDefault,
  Visibility,
} from './model.ts';

type Context = {
  readonly view: SchemaView;
  readonly enums: EnumClasses;
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
  const type = columnType(resolvedColumn(context.view, it) ?? it, context.enums);
  const autoincrement = isAutoincrement(it, {
    table: context.table,
    type,
    isReference: foreignKeys.length > 0,
  });
  return {
    name,
    attribute: context.attribute,
    description: text(it.raw.description)?.trim() || undefined,
    type,
    nullable: !primaryKey && it.raw.nullable !== false,
    primaryKey,
    autoincrement,
    default: literal(it.raw.default),
    serverDefault: serverDefault(it.raw.server_default),
    visibility: visibility(it.raw, autoincrement),
    checks: checksOf(it.raw),
    foreignKeys,
    origin: 'schema',
  };
}

type KeyContext = {
  readonly table: TableView;
  readonly type: ColumnType;
  readonly isReference: boolean;
};

/** By default a single integer key that is no foreign key is numbered by the database. */
function isAutoincrement(it: ColumnView, { table, type, isReference }: KeyContext): boolean {
  if (type.kind !== 'integer' || !table.primaryKey.includes(it.name ?? '')) return false;
  if (typeof it.raw.autoincrement === 'boolean') return it.raw.autoincrement;
  const hasDefault = it.raw.default !== undefined || it.raw.server_default !== undefined;
  return table.primaryKey.length === 1 && !isReference && !hasDefault;
}

function visibility(raw: JsonObject, autoincrement: boolean): Visibility {
  const written = text(raw.visibility);
  if (written === 'hidden') return 'hidden';
  if (raw.format === 'password') return written === 'read_only' ? 'hidden' : 'write_only';
  if (written === 'read_write' || written === 'read_only' || written === 'write_only') return written;
  return autoincrement ? 'read_only' : 'read_write';
}

function literal(value: Json | undefined): Literal | undefined {
  return value === undefined || value === null ? undefined : { value };
}

const KEYWORDS = ['now', 'today', 'uuid', 'true', 'false', 'null'] as const;

function serverDefault(value: Json | undefined): ServerDefault | undefined {
  const written = text(value);
  if (written === undefined) return undefined;
  const kind = KEYWORDS.find((it) => it === written);
  return kind === undefined ? { kind: 'sql', sql: written } : { kind };
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

type MakeType = (it: ColumnView, enums: EnumClasses) => ColumnType;

const varchar: MakeType = (it) => ({ kind: 'text', form: 'varchar', length: lengthOf(it) });
const json =
  (binary: boolean): MakeType =>
  () => ({ kind: 'json', binary });

/** How each type of the format that the generator renders is resolved. */
const MAKE_TYPE: Readonly<Record<string, MakeType>> = {
  Integer: () => ({ kind: 'integer', bits: 32 }),
  BigInteger: () => ({ kind: 'integer', bits: 64 }),
  SmallInteger: () => ({ kind: 'integer', bits: 16 }),
  String: varchar,
  Char: (it) => ({ kind: 'text', form: 'char', length: lengthOf(it) ?? 1 }),
  Text: () => ({ kind: 'text', form: 'text', length: undefined }),
  Numeric: (it) => ({ kind: 'decimal', precision: number(it.raw.precision), scale: number(it.raw.scale) }),
  Float: () => ({ kind: 'float', form: 'float' }),
  Double: () => ({ kind: 'float', form: 'double' }),
  Real: () => ({ kind: 'float', form: 'real' }),
  Boolean: () => ({ kind: 'boolean' }),
  Date: () => ({ kind: 'date' }),
  DateTime: (it) => ({ kind: 'datetime', timezone: it.raw.timezone === true }),
  Time: (it) => ({ kind: 'time', timezone: it.raw.timezone === true }),
  Enum: enumType,
  UUID: () => ({ kind: 'uuid' }),
  JSON: json(false),
  JSONB: json(true),
};

/** A hash of a password (Argon2) needs at least this many characters, whatever `length` says. */
const PASSWORD_LENGTH = 255;

function lengthOf(it: ColumnView): number | undefined {
  const written = number(it.raw.length);
  return it.raw.format === 'password' ? Math.max(PASSWORD_LENGTH, written ?? 0) : written;
}

function columnType(it: ColumnView, enums: EnumClasses): ColumnType {
  const make = MAKE_TYPE[it.type ?? ''] ?? varchar;
  return make(it, enums);
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
  autoincrement: false,
  default: undefined,
  serverDefault: undefined,
  visibility: 'read_only',
  checks: checksOf({}),
  foreignKeys: [],
  origin: name,
});

/** Aware, as decided for all option columns. */
const moment = (name: OptionColumn): Column => ({
  ...optionColumn(name, { kind: 'datetime', timezone: true }),
  serverDefault: name === 'deleted_at' ? undefined : { kind: 'now' },
});

const VERSION: Column = {
  ...optionColumn('version', { kind: 'integer', bits: 32 }),
  serverDefault: { kind: 'sql', sql: '1' },
};
