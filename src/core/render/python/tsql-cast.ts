import type { ColumnType } from '../../model/column-type.ts';

/** How text compares on SQL Server: by its characters, as on every other database, or without their case. */
export const COLLATIONS = {
  exact: 'Latin1_General_100_BIN2',
  folded: 'Latin1_General_100_CI_AS_SC',
} as const;

/** A value of Transact-SQL turned into one of a type; text compares like that of a column of the type. */
export function tsqlCast(sql: string, type: ColumnType): string {
  const isText = type.kind === 'text' || (type.kind === 'native' && type.sqlType === undefined);
  const isFolded = type.kind === 'text' && type.form === 'citext';
  const own = type.kind === 'text' ? type.collation?.name : undefined;
  const collation = isText ? ` COLLATE ${own ?? (isFolded ? COLLATIONS.folded : COLLATIONS.exact)}` : '';
  return `CAST(${sql} AS ${typeName(type)})${collation}`;
}

function typeName(type: ColumnType): string {
  switch (type.kind) {
    case 'integer':
      return { 16: 'SMALLINT', 32: 'INTEGER', 64: 'BIGINT' }[type.bits];
    case 'decimal':
      return `NUMERIC(${type.precision ?? 38}, ${type.scale ?? 0})`;
    case 'datetime':
    case 'time':
      return `${MOMENTS[type.kind][type.timezone ? 1 : 0]}(${type.precision ?? 6})`;
    case 'text':
      return type.form === 'char' ? `NCHAR(${type.length ?? 1})` : textType(type.length);
    case 'native':
      return type.sqlType ?? textType(type.length);
    default:
      return SIMPLE[type.kind];
  }
}

/** Without and with a zone. */
export const MOMENTS = { datetime: ['DATETIME2', 'DATETIMEOFFSET'], time: ['TIME', 'TIME'] } as const;

const textType = (length: number | undefined): string => `NVARCHAR(${length ?? 'max'})`;

const SIMPLE = {
  float: 'DOUBLE PRECISION',
  boolean: 'BIT',
  date: 'DATE',
  uuid: 'UNIQUEIDENTIFIER',
  binary: 'VARBINARY(max)',
  json: 'NVARCHAR(max)',
  array: 'NVARCHAR(max)',
  hstore: 'NVARCHAR(max)',
  interval: 'BIGINT',
  enum: 'NVARCHAR(max)',
} as const;
