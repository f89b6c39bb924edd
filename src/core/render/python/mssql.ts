import type { ColumnType, EnumType, TextType } from '../../model/column-type.ts';
import type { Column } from '../../model/model.ts';
import { base64ToHex } from '../../schema/base64.ts';
import { bracketed, tsqlText } from '../../schema/tsql.ts';
import { pythonString } from '../literals.ts';
import { arraySql } from './array-defaults.ts';
import { call } from './constraints.ts';
import { byServer, type DefaultWords, defaultOf, quotedText, sqlText } from './defaults.ts';
import { inUtc } from './literal-texts.ts';
import type { MomentType } from './moments.ts';
import { COLLATIONS, MOMENTS } from './tsql-cast.ts';
import type { TypeWords } from './type-words.ts';

type Words = Partial<TypeWords>;

/** A type in the migration, with what SQL Server has in its place. */
const instead = (general: string, ofMssql: string): string => `${general}.with_variant(${ofMssql}, "mssql")`;

/** IMAGE is deprecated. */
const BYTES = instead('sa.LargeBinary()', 'mssql.VARBINARY()');

const FOLDED_TEXT = instead(
  'sa.Text(collation="NOCASE")',
  `mssql.NVARCHAR(collation="${COLLATIONS.folded}")`,
);

/**
 * What a type is on SQL Server where SQLAlchemy's general one would lose something: VARCHAR has the characters of one
 * code page and compares as the server was installed, DATETIME has three hundredths of a second, REAL does not equal the
 * number that was stored.
 */
export function mssqlWords(type: ColumnType): Words {
  switch (type.kind) {
    case 'text':
      return textWords(type);
    case 'native':
      return type.sqlType === undefined ? nvarchar(type.length) : {};
    case 'enum':
      return { migration: `nvarchar(${longestOf(type)})` };
    case 'datetime':
    case 'time':
      return momentOf(type);
    case 'binary':
      return { model: BYTES, migration: BYTES };
    case 'float':
      return { model: 'sa.Double()', migration: 'sa.Double()' };
    case 'json':
      return { model: 'sa.JSON(none_as_null=True)', nullable: 'JsonOrNull()', migration: 'sa.JSON()' };
    default:
      return {};
  }
}

function nvarchar(length: number | undefined): Words {
  const words = `nvarchar(${length ?? ''})`;
  return { model: words, migration: words };
}

function textWords(type: TextType): Words {
  const { form, length, collation } = type;
  if (collation !== undefined) return collatedWords(type, collation.name);
  if (form === 'char') return { migration: `nchar(${length ?? 1})` };
  if (form === 'citext') return { migration: FOLDED_TEXT };
  return nvarchar(form === 'text' ? undefined : length);
}

/** Text that compares as its column says. */
function collatedWords({ form, length }: TextType, name: string): Words {
  const size = form === 'char' ? String(length ?? 1) : form === 'text' ? '' : String(length ?? '');
  const args = call(size, `collation=${pythonString(name)}`);
  if (form === 'char')
    return { model: `PaddedChar(${args})`, migration: instead(`sa.CHAR(${size})`, `mssql.NCHAR(${args})`) };
  const words = instead(`sa.String(${size})`, `mssql.NVARCHAR(${args})`);
  return { model: words, migration: words };
}

/** SQL Server counts the units of UTF-16, as JavaScript does. */
const longestOf = ({ members }: EnumType): number => Math.max(1, ...members.map((it) => it.value.length));

const GENERAL = {
  datetime: { sqlalchemy: 'DateTime', naive: 'naive_datetime' },
  time: { sqlalchemy: 'Time', naive: 'naive_time' },
} as const;

/** Python has microseconds; with the seventh digit a moment would not equal the one that was read. */
function momentOf(type: MomentType): Words {
  const { sqlalchemy, naive } = GENERAL[type.kind];
  const general = `sa.${sqlalchemy}(${type.timezone ? 'timezone=True' : ''})`;
  const migration = instead(
    general,
    `mssql.${MOMENTS[type.kind][type.timezone ? 1 : 0]}(${type.precision ?? 6})`,
  );
  return { migration, ...(type.timezone ? {} : { model: `${naive}(${type.precision ?? ''})` }) };
}

/** The default of a column on SQL Server, whose clock is asked for UTC, and whose texts say that they are Unicode. */
export function mssqlDefault(column: Column): DefaultWords | undefined {
  if (column.sequence !== undefined) return nextNumber(column.sequence);
  const words = defaultOf(column);
  if (words === undefined || words.server === undefined) return words;
  const { serverDefault } = column;
  switch (serverDefault?.kind) {
    case 'now':
    case 'today':
      return { ...words, ...clock(column.type.kind, serverDefault.kind) };
    case 'sql':
      return { ...words, ...ofSql(column, serverDefault.sql) };
    case 'literal':
      return { ...words, ...ofLiteral(column.type, serverDefault.value) };
    case undefined:
      return { ...words, ...ofLiteral(column.type, column.default?.value) };
    default:
      return words;
  }
}

function nextNumber(sequence: string): DefaultWords {
  const server = sqlText(`NEXT VALUE FOR ${sequence.split('.').map(bracketed).join('.')}`);
  return { python: undefined, server, migration: `${server} if on_mssql else None` };
}

type OwnWords = Pick<DefaultWords, 'server' | 'migration'>;

const own = (mssql: string, other: string): OwnWords => byServer('mssql', mssql, other);

/** What a moment of UTC becomes by itself; SQLite has a function for each. */
function clock(kind: ColumnType['kind'], asked: 'now' | 'today'): OwnWords {
  if (asked === 'today') return own('CAST(sysutcdatetime() AS DATE)', 'CURRENT_DATE');
  const other = { date: 'CURRENT_DATE', time: 'CURRENT_TIME' }[kind as 'date' | 'time'];
  return own('sysutcdatetime()', other ?? 'CURRENT_TIMESTAMP');
}

/** A literal of JSON is a text here. */
function ofSql({ type }: Column, sql: string): Partial<OwnWords> {
  const isText = /^'(?:[^']|'')*'$/.test(sql);
  if (isText && !isAscii(sql)) return own(`N${sql}`, sql);
  return isText && type.kind === 'json' ? { server: sqlText(sql), migration: sqlText(sql) } : {};
}

function ofLiteral(type: ColumnType, value: unknown): Partial<OwnWords> {
  switch (type.kind) {
    case 'binary': {
      const hex = base64ToHex(String(value));
      return own(`0x${hex}`, `X'${hex}'`);
    }
    case 'json':
      return ofText(JSON.stringify(value));
    case 'array':
      return ofText(arraySql(type, value).json);
    case 'time':
      return ofText(type.timezone ? inUtc(String(value)).replace(/[+-]\d\d:\d\d$/, '') : String(value));
    case 'text':
    case 'enum':
    case 'native':
      return ofText(String(value));
    default:
      return {};
  }
}

function ofText(text: string): OwnWords {
  if (isAscii(text)) return quotedText(text);
  const quoted = `'${text.replaceAll("'", "''")}'`;
  // Alembic reads SQL of several lines back in parentheses.
  const { server } = own(tsqlText(text), text.includes('\n') ? `(${quoted})` : quoted);
  return { server, migration: own(tsqlText(text), quoted).migration };
}

const isAscii = (text: string): boolean => !tsqlText(text).startsWith('N');
