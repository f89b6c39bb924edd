import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { propertyNames } from '../../scripts/gen/json-schema.ts';
import { askedCatalog, catalogDifferences } from '../support/lossless/lossless.ts';
import { type Part, parts } from '../support/lossless/words.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { schemaFiles } from '../support/schema-files.ts';

/** Properties of each kind of object that the database does not hold: they are of Python and of the API. */
const ELSEWHERE: Readonly<Record<Kind, readonly string[]>> = {
  table: ['class_name', 'relationships', 'api', 'renamed_from', 'x-backbone-disable'],
  column: ['visibility', 'renamed_from', 'min_length', 'max_length', 'pattern', 'format', 'min', 'max'],
  constraint: [],
  index: [],
};

/** Where the JSON Schema has the properties of each kind. */
const PLACES = {
  table: '#/properties/schema/items',
  column: '#/properties/schema/items/properties/columns/items',
  constraint: '#/properties/schema/items/properties/constraints/items',
  index: '#/properties/schema/items/properties/indexes/items',
} as const;

type Kind = keyof typeof PLACES;

const schemas: readonly Part[] = schemaFiles
  .map((it): Part => JSON.parse(readFileSync(it, 'utf8')))
  .filter((it) => it.db_type === 'postgresql');

let postgres: Postgres | undefined;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(() => postgres?.stop());

type Path = readonly (string | number)[];

/** By default these are so. */
const TRUE_BY_DEFAULT = ['nullable', 'autoincrement'];

/** The objects of a kind that have a property which is not its default. */
function occurrences(kind: Kind, property: string): readonly (readonly [Part, Path])[] {
  const standard = TRUE_BY_DEFAULT.includes(property);
  return schemas.flatMap((schema) =>
    placesOf(schema, kind)
      .filter((path) => ![undefined, standard].includes(at(schema, path)[property] as boolean | undefined))
      .map((path) => [schema, path] as const),
  );
}

function placesOf(schema: Part, kind: Kind): readonly Path[] {
  const tables = parts(schema.schema).map((_, i): Path => ['schema', i]);
  if (kind === 'table') return tables;
  const list = kind === 'index' ? 'indexes' : `${kind}s`;
  return tables.flatMap((table) => parts(at(schema, table)[list]).map((_, i): Path => [...table, list, i]));
}

const at = (schema: Part, path: Path): Record<string, unknown> =>
  path.reduce<unknown>((it, step) => (it as Record<string | number, unknown>)[step], schema) as Record<
    string,
    unknown
  >;

function without(schema: Part, path: Path, property: string): Part {
  const copy = structuredClone(schema);
  delete at(copy, path)[property];
  return copy;
}

/** PostgreSQL refuses what is left, or makes another database of it. */
async function isSeen(schema: Part, less: Part): Promise<boolean> {
  if (postgres === undefined) throw new Error('no PostgreSQL');
  const whole = await askedCatalog(postgres, schema);
  const left = await askedCatalog(postgres, less).catch(() => undefined);
  return left === undefined || catalogDifferences(whole, left, schema).length > 0;
}

const all = (Object.keys(PLACES) as Kind[]).flatMap((kind) =>
  (propertyNames()[PLACES[kind]] ?? [])
    .filter((it) => !ELSEWHERE[kind].includes(it))
    .map((property) => ({ kind, property })),
);

const cases = all.filter(({ kind, property }) => occurrences(kind, property).length > 0);

it('every property that the database holds is in some example or fixture', () => {
  const missing = all.filter((it) => !cases.includes(it)).map((it) => it.property);
  expect(missing).toEqual([]);
});

describe('the comparison of a migrated database with its schema', () => {
  it.each(cases)('sees that a $kind has lost its $property', async ({ kind, property }) => {
    const seen: boolean[] = [];
    for (const [schema, place] of occurrences(kind, property).slice(0, 4)) {
      seen.push(await isSeen(schema, without(schema, place, property)));
      if (seen.at(-1) === true) break;
    }
    expect(seen).toContain(true);
  });
});
