import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Bench,
  errorCodes,
  failureOn,
  refusing,
  startBench,
  textOf,
  tryBackend,
} from '../support/broken-backend.ts';
import {
  type BrokenSchema,
  DIALECTS,
  type Dialect,
  post,
  table,
} from '../support/broken-schemas/broken-schema.ts';
import { BROKEN_SCHEMAS } from '../support/broken-schemas/index.ts';

let bench: Bench | undefined;

beforeAll(async () => {
  bench = await startBench();
});

afterAll(() => bench?.stop());

async function outcomeOf(schema: BrokenSchema, dialect: Dialect) {
  if (bench === undefined) throw new Error('nothing to try a backend on');
  return tryBackend(schema, dialect, bench);
}

describe.each(BROKEN_SCHEMAS)('$code, $mistake', (broken) => {
  it.each(refusing(broken))('its backend fails on %s', async (dialect) => {
    const [step, because] = failureOn(dialect, broken);
    const outcome = await outcomeOf(broken, dialect);
    expect(outcome.step, outcome.output).toBe(step);
    expect(outcome.output).toMatch(because);
  });
});

it.each(DIALECTS)('a schema without a mistake passes every step on %s', async (dialect) => {
  const sound: BrokenSchema = {
    // Of BB601 the installation is tried, too.
    code: 'BB601',
    mistake: 'none',
    tables: [
      table('things', [{ name: 'a', type: 'String', length: 3 }]),
      {
        table_name: 'paths',
        columns: [{ name: 'path', type: 'String', length: 9, primary_key: true }],
        relationships: [{ type: 'many_to_many', target_table: 'things' }],
      },
    ],
    requests: [
      post('things', { a: 'x' }, '"a":"x"'),
      ['GET', '/api/v1/things/1', undefined, '"a":"x"'],
      post('paths', { path: 'a/b' }),
      ['GET', '/api/v1/paths/a%2Fb', undefined, '"path":"a/b"'],
      ['GET', '/api/v1/paths/a%2Fb/things', undefined, '"items":[]'],
    ],
    expects: 'models.Thing.__table__.c.a.type.length == 3',
    fails: ['requests', /never/],
  };
  expect(errorCodes(textOf(sound, dialect))).toEqual([]);
  const { step, output } = await outcomeOf(sound, dialect);
  expect(step, output).toBeUndefined();
});
