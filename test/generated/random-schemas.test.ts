import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Prover, type Stage, startProver } from '../../scripts/prove/prover.ts';
import { validateText } from '../../src/core/index.ts';
import { randomSchema } from '../support/random-schema/schema.ts';

/** A tenth of what `npm run prove` does, always the same. */
const SEED = 20_261_122;
const COUNT = 200;

/** Of so many schemas the backend's own tests run, too. */
const THOROUGH = 2;

let prover: Prover | undefined;

beforeAll(async () => {
  prover = await startProver();
});

afterAll(() => prover?.stop());

const isValid = (it: unknown): boolean => validateText(JSON.stringify(it)).model !== undefined;
const samples = fc.sample(randomSchema, { seed: SEED, numRuns: 2 * COUNT });
const valid = samples.filter(isValid).slice(0, COUNT);

const prove = async (schema: (typeof valid)[number], stages: readonly Stage[]): Promise<void> => {
  const failure = await prover?.prove(schema, new Set(stages));
  expect(failure && `${failure.stage}: ${failure.output}`, JSON.stringify(schema)).toBeUndefined();
};

it.each(valid)('a random valid schema gives a backend that works on its database and on SQLite: %#', (it) =>
  prove(it, ['sqlite', 'postgresql', 'mariadb', 'mssql']),
);

it.each(valid.slice(0, THOROUGH))('… that lints and passes its own tests: %#', (it) =>
  prove(it, ['ruff', 'tests on sqlite']),
);

it('most random schemas are valid', () => {
  expect(valid).toHaveLength(COUNT);
  expect(samples.filter(isValid).length).toBeGreaterThan(0.6 * samples.length);
});
