import type { ColumnType } from '../../model/column-type.ts';
import type { Column } from '../../model/model.ts';
import { type DefaultWords, defaultOf, pythonDefault, sqlText } from './defaults.ts';
import type { MomentType } from './moments.ts';
import type { TypeWords } from './type-words.ts';

type Words = Partial<TypeWords>;

/** A type in the migration, with what MySQL has in its place. */
const instead = (general: string, ofMysql: string): string => `${general}.with_variant(${ofMysql}, "mysql")`;

/** Text whose collation ignores case. */
const FOLDED_TEXT = instead('sa.Text()', 'mysql.LONGTEXT(collation="utf8mb4_general_ci")');

/** BLOB ends after 65,535 bytes. */
const LONG_BLOB = instead('sa.LargeBinary()', 'mysql.LONGBLOB()');

/**
 * What a type is on MySQL where the general one would lose something: DATETIME and TIME drop fractions of a second
 * unless told to keep them, TEXT ends after 65,535 bytes, FLOAT does not equal the number that was stored.
 */
export function mysqlWords(type: ColumnType): Words {
  switch (type.kind) {
    case 'text':
    case 'native':
      if (type.kind === 'text' && type.collation !== undefined) return {};
      if (type.kind === 'text' && type.form === 'citext')
        return { model: FOLDED_TEXT, migration: FOLDED_TEXT };
      return isLongText(type)
        ? { model: 'LongText', migration: instead('sa.Text()', 'mysql.LONGTEXT()') }
        : {};
    case 'datetime':
    case 'time':
      return momentOf(type);
    case 'binary':
      return { model: LONG_BLOB, migration: LONG_BLOB };
    case 'float':
      return { model: 'sa.Double()', migration: 'sa.Double()' };
    case 'json':
      return { model: 'sa.JSON(none_as_null=True)', nullable: 'JsonOrNull()', migration: 'sa.JSON()' };
    default:
      return {};
  }
}

const MOMENTS = {
  datetime: { sqlalchemy: 'DateTime', native: 'DATETIME', naive: 'naive_datetime' },
  time: { sqlalchemy: 'Time', native: 'TIME', naive: 'naive_time' },
} as const;

function momentOf(type: MomentType): Words {
  const { sqlalchemy, native, naive } = MOMENTS[type.kind];
  const general = `sa.${sqlalchemy}(${type.timezone ? 'timezone=True' : ''})`;
  const migration = instead(general, `mysql.${native}(fsp=${type.precision ?? 6})`);
  return { migration, ...(type.timezone ? {} : { model: `${naive}(${type.precision ?? ''})` }) };
}

/**
 * The default of a column on MySQL: booleans are numbers and expressions stand in parentheses. A literal of a LOB and a
 * random UUID come from Python alone, because MySQL takes no such literal and its own UUIDs are not random.
 */
export function mysqlDefault(column: Column): DefaultWords | undefined {
  const words = defaultOf(column);
  if (words === undefined) return undefined;
  const isFromPython =
    column.serverDefault?.kind === 'uuid' || (column.default !== undefined && isLob(column));
  if (isFromPython) return { ...words, server: undefined, migration: undefined };
  if (column.serverDefault?.kind === 'literal') {
    const python = pythonDefault(column.type, column.serverDefault.value);
    return { python, server: undefined, migration: undefined };
  }
  const sql = rewritten(column, words);
  return sql === undefined ? words : { ...words, server: sqlText(sql), migration: sqlText(sql) };
}

const LOBS: ReadonlySet<ColumnType['kind']> = new Set(['json', 'hstore', 'array', 'binary']);

const isLob = ({ type }: Column): boolean => LOBS.has(type.kind) || isLongText(type);

/** Text without a limit, and types that MySQL lacks and that are such text there. */
const isLongText = (type: ColumnType): boolean =>
  (type.kind === 'text' && (type.form === 'text' || type.form === 'citext')) ||
  (type.kind === 'native' && type.sqlType === undefined && type.length === undefined);

/** BOOLEAN is TINYINT, whose default MySQL gives back as a number. */
const BITS: Readonly<Record<string, string>> = { 'sa.true()': '1', 'sa.false()': '0' };

const CLOCK: Readonly<Partial<Record<ColumnType['kind'], string>>> = {
  date: '(CURRENT_DATE)',
  time: '(CURRENT_TIME)',
};

/** A number with so many digits after the point; none is lost. */
function scaledText(text: string, scale: number): string {
  if (!/^-?\d+(\.\d*)?$/.test(text)) return Number(text).toFixed(scale);
  const [whole = '', fraction = ''] = text.split('.');
  return scale === 0 ? whole : `${whole}.${fraction.padEnd(scale, '0')}`;
}

/** The SQL of a default that is written otherwise; MySQL gives decimals back with all digits of their scale. */
function rewritten(column: Column, { server = '' }: DefaultWords): string | undefined {
  const { type, default: literal, serverDefault } = column;
  if (serverDefault?.kind === 'today') return '(CURRENT_DATE)';
  if (serverDefault?.kind === 'now') return CLOCK[type.kind];
  if (serverDefault?.kind === 'sql') return isLob(column) ? `(${serverDefault.sql})` : undefined;
  if (type.kind === 'decimal' && literal !== undefined)
    return scaledText(String(literal.value), type.scale ?? 0);
  return BITS[server];
}
