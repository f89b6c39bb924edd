import fc from 'fast-check';
import { expect, it } from 'vitest';
import { validateText } from '../../../src/core/index.ts';
import { pairRelationships, samePlace } from '../../../src/core/schema/pairing.ts';
import { viewSchema } from '../../../src/core/schema/view.ts';
import type { Part as Readable } from '../../support/lossless/words.ts';
import { type EndId, pairingOf, type Verdict } from '../../support/pairing-oracle.ts';
import { type Choose, chosen, type Part, present } from '../../support/random-schema/choose.ts';

const RUNS = { seed: 20_261_122, numRuns: 1500 };

const TYPES = ['many_to_one', 'one_to_many', 'one_to_one', 'many_to_many'] as const;
const COMPLEMENT = {
  many_to_one: 'one_to_many',
  one_to_many: 'many_to_one',
  one_to_one: 'one_to_one',
  many_to_many: 'many_to_many',
} as const;
const NAMES = ['author', 'editor', 'posts', 'written', 'edited', 'users'] as const;
const KEYS = ['author_id', 'editor_id'] as const;

/** Users and posts with two keys between them, users with one to their own table, and pairs of relationships. */
const related: fc.Arbitrary<Part> = chosen((choose) => {
  const users: Part[] = [];
  const posts: Part[] = [];
  const pairs = choose.int(1, 3);
  for (let i = 0; i < pairs; i += 1) addPair(choose, users, posts);
  const steps = choose.int(0, 3);
  for (let i = 0; i < steps; i += 1) change(choose, choose.pick([users, posts]));
  return schemaOf(choose, users, posts);
});

function addPair(choose: Choose, users: Part[], posts: Part[]): void {
  const type = choose.pick(TYPES);
  const isSelf = choose.chance(20);
  const [name, other] = choose.some(NAMES, 2, 2);
  const key = type === 'many_to_many' ? undefined : isSelf ? 'boss_id' : choose.pick(KEYS);
  const secondary = type === 'many_to_many' ? choose.maybe(50, choose.pick(['links', 'likes'])) : undefined;
  const end = (target: string, own: typeof type, names: readonly (string | undefined)[]): Part =>
    present({
      type: own,
      target_table: target,
      name: choose.maybe(60, names[0]),
      back_populates: choose.maybe(50, names[1]),
      foreign_key: choose.maybe(own === 'one_to_one' && isSelf ? 50 : 70, key),
      secondary,
    });
  users.push(end(isSelf ? 'users' : 'posts', type, [name, other]));
  if (choose.chance(85)) (isSelf ? users : posts).push(end('users', COMPLEMENT[type], [other, name]));
}

/** Renames, duplicates, moves or changes a part of one of the relationships. */
function change(choose: Choose, ends: Part[]): void {
  const at = choose.int(0, Math.max(0, ends.length - 1));
  const end = ends[at];
  if (end === undefined) return;
  const kind = choose.int(0, 3);
  if (kind === 0) ends.push({ ...end, ...(choose.chance(50) ? { name: choose.pick(NAMES) } : {}) });
  else if (kind === 1) ends.splice(choose.int(0, ends.length - 1), 0, ...ends.splice(at, 1));
  else if (kind === 2) end[choose.pick(['name', 'back_populates'])] = choose.pick(NAMES);
  else delete end[choose.pick(['name', 'back_populates', 'foreign_key'])];
}

const ID = { name: 'id', type: 'Integer', primary_key: true };
const key = (name: string, target = 'users.id'): Part => ({ name, type: 'ForeignKey', target });
const link = (table_name: string): Part => ({
  table_name,
  columns: [
    { ...key('user_id'), primary_key: true },
    { ...key('post_id', 'posts.id'), primary_key: true },
  ],
});

const schemaOf = (choose: Choose, users: readonly Part[], posts: readonly Part[]): Part => ({
  project_name: 'pairs',
  db_type: 'sqlite',
  schema: choose.some(
    [
      { table_name: 'users', columns: [ID, key('boss_id')], relationships: users },
      { table_name: 'posts', columns: [ID, ...KEYS.map((it) => key(it))], relationships: posts },
      link('links'),
      link('likes'),
    ],
    4,
    4,
  ),
});

/** The pairs that the generator works with. */
function actualPairs(schema: Readable): ReadonlyMap<EndId, Verdict> {
  const ends = pairRelationships(viewSchema(JSON.parse(JSON.stringify(schema))));
  const idOf = (at: readonly (string | number)[]): EndId => `${Number(at[1])}.${Number(at[3])}`;
  return new Map(
    ends.map(({ view, partner }) => {
      const other = ends.find((it) => partner !== undefined && samePlace(it.view.at, partner.at));
      return [idOf(view.at), other === undefined ? 'alone' : idOf(other.view.at)];
    }),
  );
}

const errorsOf = (schema: Readable): readonly string[] =>
  validateText(JSON.stringify(schema))
    .diagnostics.filter((it) => it.severity === 'error')
    .map((it) => it.code);

it('ends are paired as the format describes it, or there is an error', () => {
  let valid = 0;
  fc.assert(
    fc.property(related, (schema) => {
      const expected = pairingOf(schema);
      const errors = errorsOf(schema);
      if (errors.length > 0) return;
      valid += 1;
      expect([...expected.values()]).not.toContain('error');
      expect(actualPairs(schema)).toEqual(expected);
    }),
    RUNS,
  );
  expect(valid).toBeGreaterThan(RUNS.numRuns / 10);
});

it('what cannot be paired without a guess is an error, and says so', () => {
  let open = 0;
  fc.assert(
    fc.property(related, (schema) => {
      if (![...pairingOf(schema).values()].includes('error')) return;
      open += 1;
      expect(errorsOf(schema).some((it) => it.startsWith('BB5'))).toBe(true);
    }),
    RUNS,
  );
  expect(open).toBeGreaterThan(RUNS.numRuns / 10);
});

it('the order of tables and relationships does not matter', () => {
  fc.assert(
    fc.property(related, (schema) => {
      const reversed = {
        ...schema,
        schema: (schema.schema as Part[]).toReversed().map((it) => ({
          ...it,
          ...(it.relationships === undefined
            ? {}
            : { relationships: (it.relationships as Part[]).toReversed() }),
        })),
      };
      expect(named(reversed)).toEqual(named(schema));
    }),
    RUNS,
  );
});

/** The pairs by what is written of both ends. */
function named(schema: Part): readonly string[] {
  const text = (id: EndId): string => {
    const [table, end] = id.split('.').map(Number);
    const raw = (schema.schema as Part[])[table ?? 0] as { table_name: string; relationships: Part[] };
    return JSON.stringify([raw.table_name, raw.relationships[end ?? 0]]);
  };
  return [...actualPairs(schema)]
    .map(([id, other]) => `${text(id)} ${other === 'alone' || other === 'error' ? other : text(other)}`)
    .sort();
}
