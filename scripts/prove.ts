import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { validateText } from '../src/core/index.ts';
import type { Part } from '../test/support/random-schema/choose.ts';
import { randomSchema } from '../test/support/random-schema/schema.ts';
import { buildOf, openProgress, type Progress } from './prove/progress.ts';
import { type Failure, type Prover, type Stage, startProver } from './prove/prover.ts';
import { trimSchema } from './prove/trim.ts';

const HELP = `Proves that valid random schemas give backends that work.

  npm run prove -- [--seed S] [--from N] [--count M]

  --seed S       number that all schemas follow from (20261122)
  --from N       index of the first schema (0)
  --count M      how many schemas (100)
  --mypy N       check the types of every N-th backend only (10), because that takes the longest
  --trim N       attempts to make a schema that fails smaller (25)
  --failed       only schemas that failed the last time, with any build
  --any-build    count what passed with another build of the generator, too

What was proven is kept in .cache/prove, and not proven again.`;

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261122' },
    from: { type: 'string', default: '0' },
    count: { type: 'string', default: '100' },
    mypy: { type: 'string', default: '10' },
    trim: { type: 'string', default: '25' },
    failed: { type: 'boolean', default: false },
    'any-build': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(HELP);
else process.exitCode = await main();

type Tally = { passed: number; failed: number; invalid: number; types: number };

async function main(): Promise<number> {
  const [seed, from, count] = [wholeNumber(values.seed), wholeNumber(values.from), wholeNumber(values.count)];
  const built = spawnSync(process.execPath, ['esbuild.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (built.status !== 0) throw new Error('the build failed');
  const tally: Tally = { passed: 0, failed: 0, invalid: 0, types: 0 };
  const progress = openProgress(`.cache/prove/${seed}.jsonl`, buildOf(root));
  const prover = await startProver(true);
  try {
    for (let index = from; index < from + count; index += 1) {
      await takeStep({ prover, progress, tally, seed }, index);
    }
  } finally {
    await prover.stop();
  }
  const { passed, failed, invalid, types } = tally;
  const share = Math.round((100 * (passed + failed)) / Math.max(1, passed + failed + invalid));
  console.log(`\nseed ${seed}, ${from} to ${from + count - 1}: ${share} % of the schemas are valid`);
  console.log(`mypy --strict looked at ${types} of the backends in this run (every ${values.mypy}th)`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

type Run = {
  readonly prover: Prover;
  readonly progress: Progress;
  readonly tally: Tally;
  readonly seed: number;
};

/** Proves the schema of one index, unless that was done already. */
async function takeStep({ prover, progress, tally, seed }: Run, index: number): Promise<void> {
  const last = progress.last(index, values['any-build'] || values.failed);
  if (last !== undefined && last.outcome !== 'failed') {
    tally[last.outcome] += 1;
    return;
  }
  if (values.failed && last === undefined) return;
  const { outcome, stage, types } = await proveOne(prover, { seed, index });
  tally[outcome] += 1;
  if (types === true) tally.types += 1;
  progress.add({ index, outcome, ...(stage === undefined ? {} : { stage }) });
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`"${text}" is no whole number`);
  return Number(text);
}

type Place = { readonly seed: number; readonly index: number };
type Result = {
  readonly outcome: 'passed' | 'failed' | 'invalid';
  readonly stage?: Stage;
  readonly types?: boolean;
};

async function proveOne(prover: Prover, { seed, index }: Place): Promise<Result> {
  const [schema] = fc.sample(randomSchema, { seed: seed + index, numRuns: 1 });
  if (schema === undefined) throw new Error('fast-check gave no schema');
  if (!isValid(schema)) return { outcome: 'invalid' };
  const types = index % wholeNumber(values.mypy) === 0;
  const stages = new Set<Stage>(['ruff', 'sqlite', 'postgresql', ...(types ? (['mypy'] as const) : [])]);
  const started = performance.now();
  const failure = await prover.prove(schema, stages);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  if (failure === undefined) {
    console.log(`${index}: passed, ${String(schema.db_type)}, ${seconds} s`);
    return { outcome: 'passed', types };
  }
  await report(prover, { schema, failure, index });
  return { outcome: 'failed', stage: failure.stage, types };
}

function isValid(schema: Part): boolean {
  return validateText(JSON.stringify(schema)).model !== undefined;
}

type Failed = { readonly schema: Part; readonly failure: Failure; readonly index: number };

async function report(prover: Prover, { schema, failure, index }: Failed): Promise<void> {
  const { stage } = failure;
  const smallest = await trimSchema(
    schema,
    async (it) => isValid(it) && (await prover.prove(it, new Set([stage])))?.stage === stage,
    wholeNumber(values.trim),
  );
  mkdirSync('.cache/prove', { recursive: true });
  const file = `.cache/prove/${values.seed}-${index}.backbone.json`;
  writeFileSync(file, JSON.stringify(smallest, null, 2));
  writeFileSync(`${file.slice(0, -'.backbone.json'.length)}.log`, failure.output);
  console.log(`\n${index}: FAILED at ${stage} (seed ${values.seed}); the schema, trimmed, is ${file}`);
  console.log(JSON.stringify(smallest));
  console.log(gist(failure.output));
}

/** The lines that say what went wrong; everything is in the log beside the schema. */
function gist(output: string): string {
  const lines = output.split('\n').map((it) => it.slice(0, 400));
  const telling = lines.filter((it) => /^(E {2}|FAILED|ERROR|\S*Error| +\S+:\d+:\d+:)|error:/.test(it));
  return (telling.length > 0 ? telling : lines).slice(-12).join('\n');
}
