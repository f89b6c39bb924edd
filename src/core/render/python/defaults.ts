import type { ColumnType } from '../../model/column-type.ts';
import type { Column } from '../../model/model.ts';
import { pythonLiteral, pythonString } from '../literals.ts';

/** A default as Python gives it and as the database gives it; both are expressions. */
export type DefaultWords = {
  readonly python: string | undefined;
  readonly server: string;
  /** The server's default in the migration, where it differs. */
  readonly migration: string;
};

/** The default of a column's new rows, undefined when it has none. */
export function defaultOf(column: Column): DefaultWords | undefined {
  if (column.default !== undefined) return literalDefault(column.type, column.default.value);
  return column.serverDefault === undefined ? undefined : serverDefault(column);
}

function literalDefault(type: ColumnType, value: unknown): DefaultWords {
  const python = type.kind === 'json' && typeof value === 'object' ? freshly(value) : literalOf(type, value);
  return { python, ...serverLiteral(type, value) };
}

/** A function that makes the value anew for every row. */
function freshly(value: unknown): string {
  const literal = pythonLiteral(value);
  return EMPTY[literal] ?? `lambda: ${literal}`;
}

const EMPTY: Readonly<Record<string, string>> = { '{}': 'dict', '[]': 'list' };

/** Functions that give every new row a value of its own. */
const CALLED: ReadonlySet<unknown> = new Set(['uuid4', 'utcnow', 'naive_utcnow', 'today']);

/** Whether Python makes the value of every new row with a function. */
export const isMade = (column: Column): boolean => CALLED.has(defaultOf(column)?.python);

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
      return `dt.time.fromisoformat(${pythonString(String(value))})`;
    case 'datetime':
      return `dt.datetime.fromisoformat(${pythonString(String(value))})`;
    default:
      return pythonLiteral(value);
  }
}

function decimalText(value: unknown, scale: number | undefined): string {
  return typeof value === 'number' && scale !== undefined ? value.toFixed(scale) : String(value);
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
    case 'uuid':
      return alike(pythonString(String(value).toLowerCase()));
    default:
      return quotedText(String(value));
  }
}

/**
 * A text that SQLAlchemy quotes, except where Alembic would see a difference that is none: it does not do it well,
 * and takes an empty text for no default.
 */
function quotedText(text: string): ServerWords {
  const quoted = `'${text.replaceAll("'", "''")}'`;
  return text === '' || /['\n]/.test(text) ? writtenSql(quoted) : alike(pythonString(text));
}

const jsonText = (text: string): ServerWords => ({
  server: `json_text(${pythonString(text)})`,
  migration: quotedText(text).migration,
});

/** Alembic puts SQL of several lines in parentheses when it reads it back from SQLite. */
const writtenSql = (sql: string): ServerWords =>
  sql.includes('\n') ? { server: sqlText(`(${sql})`), migration: sqlText(sql) } : alike(sqlText(sql));

/** SQL as it stands; a colon would start a bound parameter. */
const sqlText = (sql: string): string => `sa.text(${pythonString(sql.replaceAll(':', '\\:'))})`;

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
  const aware = type.kind === 'datetime' && type.timezone;
  return same(aware ? 'utcnow' : 'naive_utcnow', 'sa.func.now()');
}
