import type { ArrayType, ColumnType } from '../../model/column-type.ts';
import type { Column } from '../../model/model.ts';
import { base64ToHex } from '../../schema/base64.ts';
import { hstoreText, type TextMap } from '../../schema/hstore-literals.ts';
import { pythonLiteral, pythonString } from '../literals.ts';
import type { Server } from '../server.ts';
import { arrayLiteral, arraySql } from './array-defaults.ts';
import { durationLiteral, durationSql } from './durations.ts';
import { decimalText, inUtc } from './literal-texts.ts';
import { shortenedTo } from './moments.ts';
import { nextNumber } from './numbering.ts';

/** A default as Python gives it and as the database gives it; both are expressions. */
export type DefaultWords = {
  readonly python: string | undefined;
  /** Undefined when only Python makes the value. */
  readonly server: string | undefined;
  /** The server's default in the migration, where it differs. */
  readonly migration: string | undefined;
};

/** The default of a column's new rows, undefined when it has none. */
export function defaultOf(column: Column): DefaultWords | undefined {
  if (column.sequence !== undefined) return sequenceDefault(column.sequence);
  if (column.default !== undefined) return literalDefault(column.type, column.default.value);
  return column.serverDefault === undefined ? undefined : serverDefault(column);
}

function sequenceDefault(sequence: string): DefaultWords {
  const server = sqlText(nextNumber(sequence));
  return { python: undefined, server, migration: `${server} if on_postgresql else None` };
}

function literalDefault(type: ColumnType, value: unknown): DefaultWords {
  return { python: pythonDefault(type, value), ...serverLiteral(type, value) };
}

/** A literal as the default that Python gives; one that can be changed is made anew for every row. */
export const pythonDefault = (type: ColumnType, value: unknown): string =>
  typeof value === 'object' ? freshly(literalOf(type, value)) : literalOf(type, value);

/** A function that makes the value anew for every row. */
const freshly = (literal: string): string => EMPTY[literal] ?? `lambda: ${literal}`;

const EMPTY: Readonly<Record<string, string>> = { '{}': 'dict', '[]': 'list' };

/** Whether the server has a default in a form of its own, or alone, so that the migration asks where it runs. */
export const isByDialect = (words: DefaultWords | undefined): boolean =>
  / if on_(postgresql|mssql) else /.test(words?.migration ?? '');

/** Functions that give every new row a value of its own. */
const CALLED: ReadonlySet<unknown> = new Set(['uuid4', 'utcnow', 'naive_utcnow', 'today']);

/** Whether Python makes the value of every new row with a function. */
export function isMade(column: Column): boolean {
  const python = defaultOf(column)?.python;
  return CALLED.has(python) || python?.startsWith('to_precision(') === true;
}

/** A literal of the schema as a Python expression of the column's type. */
export function literalOf(type: ColumnType, value: unknown): string {
  switch (type.kind) {
    case 'decimal':
      return `Decimal(${pythonString(decimalText(value, type.scale))})`;
    case 'float':
      return /^-?\d+$/.test(String(value)) ? `${String(value)}.0` : String(value);
    case 'enum': {
      const member = type.members.find((it) => it.value === value);
      return `${type.className}.${member?.name ?? ''}`;
    }
    case 'uuid':
      return `UUID(${pythonString(String(value))})`;
    case 'date':
      return `dt.date.fromisoformat(${pythonString(String(value))})`;
    case 'time':
      return `dt.time.fromisoformat(${pythonString(inUtc(String(value)))})`;
    case 'datetime':
      return `dt.datetime.fromisoformat(${pythonString(inUtc(String(value)))})`;
    case 'interval':
      return durationLiteral(String(value));
    case 'array':
      return arrayLiteral(value, type.dimensions, (it) => literalOf(type.items, it));
    case 'binary':
      return `bytes.fromhex(${pythonString(base64ToHex(String(value)))})`;
    default:
      return pythonLiteral(value);
  }
}

type ServerWords = Pick<DefaultWords, 'server' | 'migration'>;

const alike = (server: string): ServerWords => ({ server, migration: server });

function serverLiteral(type: ColumnType, value: unknown): ServerWords {
  switch (type.kind) {
    case 'boolean':
      return alike(value === true ? 'sa.true()' : 'sa.false()');
    case 'integer':
    case 'decimal':
    case 'float':
      return alike(`sa.text(${pythonString(String(value))})`);
    case 'json':
      return type.binary ? quotedText(JSON.stringify(value)) : jsonText(JSON.stringify(value));
    case 'interval':
      return byDialect(...durationSql(String(value)));
    case 'array':
      return serverArray(type, value);
    case 'hstore':
      return otherwiseJson(
        type,
        `'${hstoreText(value as TextMap).replaceAll("'", "''")}'`,
        JSON.stringify(value),
      );
    case 'binary': {
      const hex = base64ToHex(String(value));
      return byDialect(`'\\x${hex}'`, `X'${hex}'`);
    }
    case 'uuid':
      return alike(pythonString(String(value).toLowerCase()));
    default:
      return quotedText(String(value));
  }
}

function serverArray(type: ArrayType, value: unknown): ServerWords {
  const { postgresql, json } = arraySql(type, value);
  return otherwiseJson(type, postgresql, json);
}

/** What PostgreSQL has as SQL and other databases as JSON. */
const otherwiseJson = (type: { readonly isThere: boolean }, postgresql: string, json: string): ServerWords =>
  type.isThere ? byDialect(postgresql, `'${json.replaceAll("'", "''")}'`) : quotedText(json);

/** SQL that the server of a project has in a form of its own. */
export const byServer = (dialect: Server['dialect'], own: string, other: string): ServerWords => ({
  server: `sql_by_dialect(${pythonString(own)}, ${pythonString(other)})`,
  migration: `sa.text(${sqlArgument(own)} if on_${dialect} else ${sqlArgument(other)})`,
});

const byDialect = (postgresql: string, other: string): ServerWords =>
  byServer('postgresql', postgresql, other);

/** SQL as an argument of `sa.text`, where a colon would start a bound parameter. */
const sqlArgument = (sql: string): string => pythonString(sql.replaceAll(':', '\\:'));

/**
 * A text that SQLAlchemy quotes, except where Alembic would see a difference that is none: it does not do it well,
 * takes an empty text for no default, and on SQLite a text in parentheses for an expression.
 */
export function quotedText(text: string): ServerWords {
  const quoted = `'${text.replaceAll("'", "''")}'`;
  return text === '' || /['\n]|^\(.+\)$/.test(text) ? writtenSql(quoted) : alike(pythonString(text));
}

const jsonText = (text: string): ServerWords => ({
  server: `json_text(${pythonString(text)})`,
  migration: quotedText(text).migration,
});

/** Alembic puts SQL of several lines in parentheses when it reads it back from SQLite. */
const writtenSql = (sql: string): ServerWords =>
  sql.includes('\n') ? { server: sqlText(`(${sql})`), migration: sqlText(sql) } : alike(sqlText(sql));

/** SQL as it stands. */
export const sqlText = (sql: string): string => `sa.text(${sqlArgument(sql)})`;

const same = (python: string | undefined, server: string): DefaultWords => ({ python, ...alike(server) });

function serverDefault(column: Column): DefaultWords | undefined {
  const { serverDefault: written, type } = column;
  switch (written?.kind) {
    case 'now':
      return nowDefault(type);
    case 'today':
      return same('today', 'sa.func.current_date()');
    case 'uuid':
      return { python: 'uuid4', server: 'random_uuid()', migration: 'uuid_default' };
    case 'true':
    case 'false':
      return same(written.kind === 'true' ? 'True' : 'False', `sa.${written.kind}()`);
    case 'literal':
      return { python: undefined, ...serverLiteral(type, written.value) };
    case 'sql':
      return { python: undefined, ...serverSql(type, written.sql) };
    default:
      return undefined;
  }
}

/** SQL as written, but a JSON literal in a form that Alembic need not compare. */
function serverSql(type: ColumnType, sql: string): ServerWords {
  const isLiteral = type.kind === 'json' && !type.binary && /^'(?:[^']|'')*'$/.test(sql);
  if (isLiteral) return jsonText(sql.slice(1, -1).replaceAll("''", "'"));
  return isUnwrapped(sql) ? alike(sqlText(`(${sql})`)) : writtenSql(sql);
}

/** SQLite wants an expression in parentheses; SQLAlchemy takes one that starts with a quote to be a literal. */
const isUnwrapped = (sql: string): boolean => /^\s*['"]/.test(sql) && !/^\s*'(?:[^']|'')*'\s*$/.test(sql);

/** The application's clock as well as the database's: CURRENT_TIMESTAMP of SQLite has whole seconds. */
function nowDefault(type: ColumnType): DefaultWords {
  if (type.kind === 'date') return same('today', 'sa.func.current_date()');
  if (type.kind === 'time') return same(undefined, 'sa.func.current_time()');
  if (type.kind !== 'datetime') return same(undefined, 'sa.func.now()');
  const clock = type.timezone ? 'utcnow' : 'naive_utcnow';
  const precision = shortenedTo(type);
  return same(precision === undefined ? clock : `to_precision(${clock}, ${precision})`, 'sa.func.now()');
}
