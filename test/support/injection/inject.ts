import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { validateText } from '../../../src/core/index.ts';
import { PLAIN, schemaOf } from '../hostile-schema.ts';
import { chosen } from '../random-schema/choose.ts';
import { randomSchema } from '../random-schema/schema.ts';
import { schemaFiles } from '../schema-files.ts';
import { type Difference, differences } from './differences.ts';
import { type Placed, placeHostile } from './place.ts';

/** What came of many hostile texts. */
export type Injection = {
  readonly schemas: number;
  /** How often each property of the format held a hostile text in a generated project. */
  readonly placements: ReadonlyMap<string, number>;
  /** Texts that the rules refused. */
  readonly refused: number;
  /** What should not be, with the schema that it comes from. */
  readonly found: readonly { readonly difference: Difference; readonly schema: string }[];
};

/** So many projects are compared by one process of Python. */
const BATCH = 5;

/**
 * Puts hostile texts into the examples and fixtures, each once without names and once with them, then into random schemas
 * until there are so many placements.
 */
export async function inject(seed: number, wanted: number): Promise<Injection> {
  const placed: Placed[] = [];
  const found: Injection['found'][number][] = [];
  const count = (): number => placed.reduce((sum, it) => sum + it.placements.length, 0);
  while (placed.length < 2 * FIXED.length || count() < wanted) {
    const batch = Array.from({ length: BATCH }, (_, i) => place(seed, placed.length + i));
    for (const difference of await differences(batch)) {
      found.push({ difference, schema: batch[difference[0]]?.hostile ?? '' });
    }
    placed.push(...batch.map((it) => ({ ...it, hostile: '', plain: '' })));
  }
  const placements = new Map<string, number>();
  for (const it of placed.flatMap((one) => one.placements)) placements.set(it, (placements.get(it) ?? 0) + 1);
  const refused = placed.reduce((sum, it) => sum + it.refused, 0);
  return { schemas: placed.length, placements, refused, found };
}

const FIXED: readonly unknown[] = [
  JSON.parse(schemaOf(PLAIN)),
  ...schemaFiles.map((it) => JSON.parse(readFileSync(it, 'utf8'))),
];

function place(seed: number, index: number): Placed {
  const schema = FIXED[Math.floor(index / 2)] ?? validSchema(seed + index);
  const [placed] = fc.sample(
    chosen((choose) => placeHostile(schema, choose, index % 2 === 0)),
    { seed: seed + 31 * index, numRuns: 1 },
  );
  if (placed === undefined) throw new Error('fast-check placed nothing');
  return placed;
}

const validSchema = (seed: number): unknown =>
  fc
    .sample(randomSchema, { seed, numRuns: 16 })
    .find((it) => validateText(JSON.stringify(it)).model !== undefined) ?? FIXED[0];
