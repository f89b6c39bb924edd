import { parse } from 'jsonc-parser';
import { oncePer } from '../../../src/core/shared/once-per.ts';
import type { Postgres } from '../postgres.ts';
import { CATALOG, type Catalog, type CatalogTable, type Named, readCatalog } from './catalog.ts';
import { EXTENSIONS, sourceDdl } from './source-ddl.ts';
import { type Part, parts } from './words.ts';

/**
 * What a migrated PostgreSQL database says otherwise than the schema it was generated from, one line for each property.
 * The schema is written as plain SQL and made in another database, both catalogs are read alike and compared: types,
 * nullability, defaults, keys, constraints, indexes, enums, comments. Names count where the author wrote them.
 */
export async function losses(
  postgres: Postgres,
  migrated: string,
  schemaText: string,
): Promise<readonly string[]> {
  const schema: Part = parse(schemaText);
  const asked = await askedCatalog(postgres, schema);
  return catalogDifferences(asked, await readCatalog(postgres, migrated), schema);
}

/** The catalog of what a schema's own SQL makes; throws PostgreSQL's error where it refuses that. */
export async function askedCatalog(postgres: Postgres, schema: Part): Promise<Catalog> {
  await sourceDatabase(postgres);
  const made = await postgres.query(SOURCE, `BEGIN;\n${sourceDdl(schema)}${CATALOG}ROLLBACK;\n`);
  return JSON.parse(made);
}

const SOURCE = 'lossless_source_test';

/** Makes the database in which schemas are tried, with the extensions, which take the longest, once for each server. */
const sourceDatabase: (postgres: Postgres) => Promise<void> = oncePer(async (postgres) => {
  await postgres.freshDatabase(SOURCE);
  await postgres.query(SOURCE, EXTENSIONS);
});

/** Where two catalogs differ in what the schema determines. */
export function catalogDifferences(asked: Catalog, made: Catalog, schema: Part): readonly string[] {
  const written = new Set([...writtenNames(schema), ...Object.keys(asked.enums).filter(isPromised)]);
  return differences(comparable(asked, written), comparable(made, written), '');
}

/** Those of constraints and indexes. */
function writtenNames(schema: Part): ReadonlySet<unknown> {
  const named = parts(schema.schema).flatMap((it) => [...parts(it.constraints), ...parts(it.indexes)]);
  return new Set(named.map((it) => it.name));
}

/** A catalog in which only what the author determines counts; lists without an order are keyed by what they hold. */
function comparable(catalog: Catalog, written: ReadonlySet<unknown>): unknown {
  return {
    ...catalog,
    enums: keyed(
      Object.entries(catalog.enums).map(([name, labels]) => ({
        name: written.has(name) ? name : null,
        labels,
      })),
    ),
    tables: Object.fromEntries(
      Object.entries(catalog.tables).map(([name, it]) => [name, comparableTable(it, written)]),
    ),
  };
}

/** A type whose name would be too long, or be taken for arguments, has another than `{table}_{column}`. */
const isPromised = (name: string): boolean =>
  Buffer.byteLength(name) < 60 && !/[()[\]]/.test(name) && !/^enum_[0-9a-f]{32}$/.test(name);

function comparableTable(table: CatalogTable, written: ReadonlySet<unknown>): unknown {
  const named = (all: readonly Named[]): readonly Named[] =>
    all.map((it) => (written.has(it.name) ? it : { ...it, name: null }));
  return {
    ...table,
    order: table.columns.map((it) => it.name),
    columns: Object.fromEntries(
      table.columns.map((it) => [
        it.name,
        { ...it, default: isEnum(it.type) ? labelOf(it.default) : it.default },
      ]),
    ),
    constraints: keyed(named(table.constraints)),
    indexes: keyed(named(table.indexes)),
  };
}

const isEnum = (type: unknown): boolean => String(type).startsWith('enum ');

/** A default of an enum without its cast, since the type may have any name. */
const labelOf = (sql: unknown): unknown => (typeof sql === 'string' ? sql.replace(/::[^:']*$/, '') : sql);

/** Each thing under its own text, with how often it is there. */
function keyed(all: readonly unknown[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const it of all) {
    const text = JSON.stringify(it);
    counts[text] = (counts[text] ?? 0) + 1;
  }
  return counts;
}

function differences(asked: unknown, made: unknown, at: string): readonly string[] {
  if (JSON.stringify(asked) === JSON.stringify(made)) return [];
  if (!isObject(asked) || !isObject(made)) {
    return [`${at}: ${JSON.stringify(asked)} in the schema, ${JSON.stringify(made)} in the database`];
  }
  const keys = new Set([...Object.keys(asked), ...Object.keys(made)]);
  return [...keys].flatMap((it) => differences(asked[it], made[it], at === '' ? it : `${at}.${it}`));
}

const isObject = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
