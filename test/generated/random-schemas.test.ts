import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Prover, startProver } from '../../scripts/prove/prover.ts';
import { validateText } from '../../src/core/index.ts';
import { randomSchema } from '../support/random-schema/schema.ts';

/** A small part of what `npm run prove` does, always the same. */
const SEED = 20_261_122;
const COUNT = 3;

let prover: Prover | undefined;

beforeAll(async () => {
  prover = await startProver(false);
});

afterAll(() => prover?.stop());

const isValid = (it: unknown): boolean => validateText(JSON.stringify(it)).model !== undefined;
const samples = fc.sample(randomSchema, { seed: SEED, numRuns: 200 });

it.each(samples.filter(isValid).slice(0, COUNT))(
  'a random valid schema gives a backend that lints, migrates and passes its tests: %#',
  async (schema) => {
    const failure = await prover?.prove(schema, new Set(['ruff', 'sqlite']));
    expect(failure?.output, JSON.stringify(schema)).toBeUndefined();
  },
);

it('most random schemas are valid', () => {
  expect(samples.filter(isValid).length).toBeGreaterThan(120);
});
