import { addedUniques, linkTables, uniquesOf } from './source-links.ts';
import { inlineEnum, sqlDefault, sqlType, type TypeContext } from './source-types.ts';
import {
  authorSql,
  flatName,
  fullName,
  id,
  ids,
  keyOf,
  names,
  type Part,
  parts,
  quoted,
  tableId,
  targetOf,
  words,
} from './words.ts';

/**
 * A schema as plain SQL of PostgreSQL, written from the text of `format.md` alone and without anything of the generator.
 * Made in a database with the `EXTENSIONS` it tells what the author asked for, in PostgreSQL's own words.
 */
export function sourceDdl(schema: Part): string {
  const tables = new Map(parts(schema.schema).map((it) => [fullName(it), it]));
  const context: TypeContext = { schema, tables };
  const real = [...tables.values()].filter((it) => it.kind !== 'view');
  return [
    ...[...namespacesOf(schema)].map((it) => `CREATE SCHEMA ${id(it)}`),
    ...enumsOf(schema),
    ...[...sequencesOf(real)].map((it) => `CREATE SEQUENCE ${tableId(it)}`),
    ...real.map((it) => createTable(it, context)),
    ...linkTables(schema, context),
    ...real.flatMap((it) => uniquesOf(it, schema)),
    ...real.flatMap((it) => indexesOf(it, schema)),
    ...real.flatMap((it) => keysOf(it)),
    ...real.flatMap((it) => commentsOf(it, 'TABLE')),
    ...inOrder([...tables.values()].filter((it) => it.kind === 'view')).flatMap(viewOf),
  ]
    .map((it) => `${it};\n`)
    .join('');
}

/** Makes everything of PostgreSQL's own extensions that a schema may mention. */
export const EXTENSIONS = ['citext', 'hstore', 'ltree', 'btree_gist', 'btree_gin', 'pg_trgm']
  .map((it) => `CREATE EXTENSION IF NOT EXISTS ${it};\n`)
  .join('');

function namespacesOf(schema: Part): ReadonlySet<string> {
  const sequences = [...sequencesOf(parts(schema.schema))].filter((it) => it.includes('.'));
  const all = [
    ...[...parts(schema.schema), ...parts(schema.enums)].map((it) => it.namespace),
    ...sequences.map((it) => it.slice(0, it.indexOf('.'))),
  ];
  return new Set(all.flatMap((it) => (typeof it === 'string' && it !== 'public' ? [it] : [])));
}

function enumsOf(schema: Part): readonly string[] {
  const create = (name: string, values: unknown): string =>
    `CREATE TYPE ${tableId(name)} AS ENUM (${names(values).map(quoted).join(', ')})`;
  const named = parts(schema.enums).map((it) =>
    create(it.namespace === undefined ? String(it.name) : `${it.namespace}.${it.name}`, it.values),
  );
  const inline = parts(schema.schema).flatMap((table) =>
    parts(table.columns)
      .map((it) => (it.type === 'Array' ? { name: it.name, ...(it.items as Part) } : it))
      .filter((it: Part) => it.type === 'Enum' && it.enum === undefined)
      .map(
        (it: Part) =>
          `CREATE TYPE ${id(inlineEnum(flatName(table), it))} AS ENUM (${names(it.values).map(quoted).join(', ')})`,
      ),
  );
  return [...named, ...inline];
}

const sequencesOf = (tables: readonly Part[]): ReadonlySet<string> =>
  new Set(
    tables.flatMap((it) =>
      parts(it.columns).flatMap((column) => (column.sequence === undefined ? [] : [String(column.sequence)])),
    ),
  );

function createTable(table: Part, context: TypeContext): string {
  const key = keyOf(table);
  const name = parts(table.constraints).find((it) => it.type === 'primary_key')?.name;
  const items = [
    ...parts(table.columns).map((it) => columnOf(it, table, context)),
    ...optionColumns(table),
    ...(key.length === 0 ? [] : [words(constraint(name), `PRIMARY KEY (${ids(key)})`)]),
    ...parts(table.constraints).flatMap((it) => checkOrExclusion(it, table)),
  ];
  return `CREATE TABLE ${tableId(fullName(table))} (\n  ${items.join(',\n  ')}\n)`;
}

const constraint = (name: unknown): string => (name === undefined ? '' : `CONSTRAINT ${id(name)}`);

function columnOf(column: Part, table: Part, context: TypeContext): string {
  const type = sqlType(column, flatName(table), context);
  const generated = column.generated as Part | undefined;
  const { collation } = { ...column, ...(column.items as Part | undefined) };
  const value = sqlDefault(column, type.toLowerCase());
  return words(
    id(column.name),
    type,
    collation !== undefined && `COLLATE ${id(collation)}`,
    generated !== undefined && `GENERATED ALWAYS AS (${authorSql(generated.expression, table)}) STORED`,
    value !== undefined && generated === undefined && `DEFAULT ${value}`,
    identityOf(column, table, type),
    (column.nullable === false || keyOf(table).includes(String(column.name))) && 'NOT NULL',
  );
}

/** A single integer key that is no foreign key and has no default is numbered by default. */
function identityOf(column: Part, table: Part, type: string): string {
  const form = (word: string): string => `GENERATED ${word} AS IDENTITY`;
  if (column.identity !== undefined) return form(column.identity === 'always' ? 'ALWAYS' : 'BY DEFAULT');
  if (!/^(?:smallint|integer|bigint)$/i.test(type) || !keyOf(table).includes(String(column.name))) return '';
  return (column.autoincrement ?? isNumbered(column, table)) === true ? form('BY DEFAULT') : '';
}

function isNumbered(column: Part, table: Part): boolean {
  const isReference =
    column.target !== undefined ||
    parts(table.constraints).some(
      (it) => it.type === 'foreign_key' && names(it.columns).includes(String(column.name)),
    );
  const isGiven = ['default', 'server_default', 'sequence', 'generated'].some(
    (it) => column[it] !== undefined,
  );
  return keyOf(table).length === 1 && !isReference && !isGiven;
}

function optionColumns(table: Part): readonly string[] {
  const options = (table.options ?? {}) as Part;
  const moment = 'timestamp with time zone';
  return [
    ...(options.use_timestamps === true
      ? ['created_at', 'updated_at'].map((it) => [it, `${moment} DEFAULT now() NOT NULL`])
      : []),
    ...(options.use_soft_delete === true ? [['deleted_at', moment]] : []),
    ...(options.use_optimistic_lock === true ? [['version', 'integer DEFAULT 1 NOT NULL']] : []),
  ]
    .filter(([name]) => parts(table.columns).every((it) => it.name !== name))
    .map(([name, rest]) => `${id(name)} ${rest}`);
}

function checkOrExclusion(it: Part, table: Part): readonly string[] {
  if (it.type === 'check') return [words(constraint(it.name), `CHECK (${authorSql(it.expression, table)})`)];
  if (it.type !== 'exclude') return [];
  const elements = parts(it.elements).map((element) => `${elementSql(element, table)} WITH ${element.with}`);
  const where = it.where === undefined ? '' : `WHERE (${authorSql(it.where, table)})`;
  return [words(constraint(it.name), `EXCLUDE USING ${it.method ?? 'gist'} (${elements.join(', ')})`, where)];
}

const elementSql = (it: Part, table: Part): string =>
  it.name === undefined ? `(${authorSql(it.expression, table)})` : id(it.name);

/** The foreign keys of a table, once all tables are there. */
function keysOf(table: Part): readonly string[] {
  const ofColumns = parts(table.columns)
    .filter((it) => it.target !== undefined)
    .map((it) => ({ ...it, name: undefined, columns: [it.name], ...referenced(it.target) }));
  const written = parts(table.constraints).filter((it) => it.type === 'foreign_key');
  return [...ofColumns, ...written].map((it: Part) =>
    words(
      `ALTER TABLE ${tableId(fullName(table))} ADD`,
      constraint(it.name),
      `FOREIGN KEY (${ids(names(it.columns))}) REFERENCES ${tableId(String(it.target_table))} (${ids(names(it.target_columns))})`,
      it.on_delete !== undefined && `ON DELETE ${it.on_delete}`,
      it.on_update !== undefined && `ON UPDATE ${it.on_update}`,
      it.deferrable !== undefined && `DEFERRABLE INITIALLY ${it.deferrable}`,
    ),
  );
}

const referenced = (target: unknown): Part => {
  const { table, column } = targetOf(target);
  return { target_table: table, target_columns: [column] };
};

/** Indexes of columns and the written ones; a column that is unique by itself needs none beside that. */
function indexesOf(table: Part, schema: Part): readonly string[] {
  const added = addedUniques(table, schema).map(String);
  const isUnique = (name: unknown): boolean =>
    added.includes(String(name)) ||
    parts(table.columns).some((it) => it.name === name && it.unique === true) ||
    parts(table.constraints).some((it) => it.type === 'unique' && String(names(it.columns)) === name);
  const ofColumns = parts(table.columns)
    .filter((it) => it.index === true && !isUnique(it.name))
    .map((it): Part => ({ columns: [it.name] }));
  const on = tableId(fullName(table));
  const all = [...ofColumns, ...parts(table.indexes).filter((it) => !isSaid(it, isUnique))].map((it) =>
    words(
      it.unique === true ? 'CREATE UNIQUE INDEX' : 'CREATE INDEX',
      it.name !== undefined && id(it.name),
      `ON ${on}`,
      it.method !== undefined && `USING ${it.method}`,
      `(${(it.columns as readonly unknown[]).map((element) => indexElement(element, table)).join(', ')})`,
      it.include !== undefined && `INCLUDE (${ids(names(it.include))})`,
      it.nulls_not_distinct === true && 'NULLS NOT DISTINCT',
      it.where !== undefined && `WHERE ${authorSql(it.where, table)}`,
    ),
  );
  // What is written twice is made once.
  return [...new Set(all)];
}

/** Whether an index says no more than that a column is unique, which it is already. */
const isSaid = ({ columns, ...more }: Part, isUnique: (name: unknown) => boolean): boolean =>
  JSON.stringify(more) === '{"unique":true}' && names(columns).length === 1 && isUnique(names(columns)[0]);

function indexElement(it: unknown, table: Part): string {
  if (typeof it === 'string') return id(it);
  const { opclass, direction, nulls, ...element } = it as Part;
  return words(
    elementSql(element, table),
    opclass !== undefined && String(opclass),
    direction !== undefined && String(direction),
    nulls !== undefined && `NULLS ${nulls}`,
  );
}

/** Views that mention others come after those. */
function inOrder(views: readonly Part[]): readonly Part[] {
  const mentionsOthers = (it: Part): boolean =>
    views.some((other) => other !== it && String(it.definition).includes(String(other.table_name)));
  const next = views.find((it) => !mentionsOthers(it)) ?? views[0];
  return next === undefined ? [] : [next, ...inOrder(views.filter((it) => it !== next))];
}

/** A view without a definition is not made by the migration. */
const viewOf = (table: Part): readonly string[] =>
  table.definition === undefined
    ? []
    : [`CREATE VIEW ${tableId(fullName(table))} AS ${table.definition}`, ...commentsOf(table, 'VIEW')];

/** Descriptions, without the white space around them and without what a database cannot hold. */
function commentsOf(table: Part, kind: 'TABLE' | 'VIEW'): readonly string[] {
  const on = tableId(fullName(table));
  const comment = (place: string, { description }: Part): readonly string[] => {
    const text =
      typeof description === 'string' ? description.trim().toWellFormed().replaceAll('\0', '\ufffd') : '';
    return text === '' ? [] : [`COMMENT ON ${place} IS ${quoted(text)}`];
  };
  return [
    ...comment(`${kind} ${on}`, table),
    ...parts(table.columns).flatMap((it) => comment(`COLUMN ${on}.${id(it.name)}`, it)),
  ];
}
