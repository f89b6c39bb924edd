import { createHash } from 'node:crypto';
import { id, type Part, parts, quoted, type Tables, tableId, targetOf } from './words.ts';

/** What a type may refer to elsewhere in the schema. */
export type TypeContext = { readonly schema: Part; readonly tables: Tables };

/** The PostgreSQL type of a column as format.md describes it. */
export function sqlType(column: Part, table: string, context: TypeContext): string {
  const { type } = column;
  if (type === 'ForeignKey') return referencedType(column, context);
  if (type === 'Enum')
    return column.enum === undefined ? id(inlineEnum(table, column)) : namedEnum(column, context);
  if (type === 'Array') {
    const items = column.items as Part;
    return `${sqlType({ name: column.name, ...items }, table, context)}${'[]'.repeat(Number(column.dimensions ?? 1))}`;
  }
  return (SIZED[String(type)] ?? plain(String(type)))(column);
}

function referencedType(column: Part, context: TypeContext): string {
  const target = targetOf(column.target);
  const referenced = parts(context.tables.get(target.table)?.columns).find((it) => it.name === target.column);
  return sqlType(referenced ?? {}, target.table.slice(target.table.lastIndexOf('.') + 1), context);
}

/** The database's name of an inline enum; one that would be too long is any that nothing else has. */
export function inlineEnum(table: string, column: Part): string {
  const name = `${table}_${String(column.name)}`;
  return Buffer.byteLength(name) < 60
    ? name
    : `enum_${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
}

function namedEnum(column: Part, { schema }: TypeContext): string {
  const name = String(column.enum);
  const written = parts(schema.enums).find((it) => it.name === name);
  return written?.namespace === undefined ? tableId(name) : tableId(`${written.namespace}.${name}`);
}

type MakeType = (column: Part) => string;

const sized = (...all: readonly unknown[]): string => {
  const given = all.filter((it) => it !== undefined);
  return given.length === 0 ? '' : `(${given.join(', ')})`;
};

const zoned =
  (type: string): MakeType =>
  ({ precision, timezone }) =>
    `${type}${sized(precision)} ${timezone === true ? 'with' : 'without'} time zone`;

const plain =
  (type: string): MakeType =>
  () =>
    PLAIN[type] ?? type;

/** Types whose name PostgreSQL does not know; it knows the others, in any case of letters. */
const PLAIN: Readonly<Record<string, string>> = {
  SmallInteger: 'smallint',
  BigInteger: 'bigint',
  Float: 'double precision',
  Double: 'double precision',
  LargeBinary: 'bytea',
};

/** A hash of a password needs 255 characters. */
const varchar: MakeType = ({ length, format }) =>
  format === 'password' ? `varchar(${Math.max(255, Number(length ?? 0))})` : `varchar${sized(length)}`;

const SIZED: Readonly<Record<string, MakeType>> = {
  String: varchar,
  Char: ({ length }) => `char(${length ?? 1})`,
  Numeric: ({ precision, scale }) => `numeric${precision === undefined ? '' : sized(precision, scale)}`,
  DateTime: zoned('timestamp'),
  Time: zoned('time'),
  Interval: () => 'interval',
  Bit: ({ length, varying }) => `bit${varying === true ? ' varying' : ''}${sized(length)}`,
  Range: ({ subtype, timezone }) =>
    RANGES[timezone === true ? `${String(subtype)}TZ` : String(subtype)] ?? 'anyrange',
  Custom: ({ sql_type }) => String(sql_type),
};

const RANGES: Readonly<Record<string, string>> = {
  Integer: 'int4range',
  BigInteger: 'int8range',
  Numeric: 'numrange',
  Date: 'daterange',
  DateTime: 'tsrange',
  DateTimeTZ: 'tstzrange',
};

/** The default of a column; undefined when it has none. */
export function sqlDefault(column: Part, type: string): string | undefined {
  if (column.sequence !== undefined) return `nextval(${quoted(tableId(String(column.sequence)))})`;
  const { default: literal, server_default: written } = column;
  if (literal !== undefined && literal !== null) return sqlLiteral(literal, type);
  if (typeof written !== 'string') return undefined;
  return written === 'now' ? nowOf(type) : (WORDS[written] ?? `(${written})`);
}

function nowOf(type: string): string {
  if (type === 'date') return 'CURRENT_DATE';
  return /^time\b/.test(type) ? 'CURRENT_TIME' : 'now()';
}

const WORDS: Readonly<Record<string, string>> = { today: 'CURRENT_DATE', uuid: 'gen_random_uuid()' };

function sqlLiteral(value: unknown, type: string): string {
  // A type of the author's may be an array as well; its default is what he wrote.
  if (type.endsWith('[]') && Array.isArray(value)) return quoted(inBraces(value, type));
  if (type === 'hstore') return quoted(hstore(value));
  if (type === 'bytea') return quoted(`\\x${Buffer.from(String(value), 'base64').toString('hex')}`);
  if (typeof value === 'object' || /^jsonb?$/i.test(type)) return quoted(JSON.stringify(value));
  return typeof value === 'string' ? quoted((FORMS[type] ?? String)(value)) : String(value);
}

/** The text of an array, every item in quotes; of a type with one pair of brackets less. */
function inBraces(value: unknown, type: string): string {
  if (type.endsWith('[]') && Array.isArray(value))
    return `{${value.map((it) => inBraces(it, type.slice(0, -2))).join(',')}}`;
  const isJson = /^jsonb?$/i.test(type) || typeof value === 'object';
  const text =
    type === 'hstore'
      ? hstore(value)
      : isJson
        ? JSON.stringify(value)
        : (FORMS[type] ?? String)(String(value));
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** Keys and values in quotes, `NULL` without. */
const hstore = (value: unknown): string =>
  Object.entries(value as Part)
    .map(([key, it]) => `${JSON.stringify(key)}=>${it === null ? 'NULL' : JSON.stringify(it)}`)
    .join(', ');

/** Literals of the format that PostgreSQL writes otherwise: durations with one sign, and bytes in base64. */
const FORMS: Readonly<Record<string, (text: string) => string>> = {
  interval: (text) => (text.startsWith('-') ? text.slice(1).replace(/[\d.]+/g, '-$&') : text),
  bytea: (text) => `\\x${Buffer.from(text, 'base64').toString('hex')}`,
};
