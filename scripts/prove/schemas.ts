import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import fc from 'fast-check';
import { validateText } from '../../src/core/index.ts';
import type { Part } from '../../test/support/random-schema/choose.ts';
import {
  randomMssqlSchema,
  randomMysqlSchema,
  randomSchema,
} from '../../test/support/random-schema/schema.ts';
import { schemaFigures, writeFigures } from './figures.ts';
import { buildOf, type Entry, openProgress, type Progress } from './progress.ts';
import { type Failure, type Prover, type Stage, startProver } from './prover.ts';
import { trimSchema } from './trim.ts';

/** What of the random schemas is proven, and how. */
export type SchemaOptions = {
  readonly seed: number;
  readonly from: number;
  readonly count: number;
  /** Of every so many backends their own tests run, with ruff and mypy. */
  readonly tests: number;
  /** Attempts to make a schema that fails smaller. */
  readonly trim: number;
  /** Only those that failed the last time. */
  readonly onlyFailed: boolean;
  readonly anyBuild: boolean;
  /** The database that they are for; SQLite and PostgreSQL by default. */
  readonly database: 'mysql' | 'mssql' | undefined;
};

/** The name of what is kept of a run. */
const runOf = ({ seed, database }: SchemaOptions): string =>
  database === undefined ? String(seed) : `${seed}-${database}`;

const RANDOM = { mysql: randomMysqlSchema, mssql: randomMssqlSchema };

/** A run whose figures are worth keeping. */
const LONG = 2000;

/** Proves that valid random schemas give backends that work; the number of those that do not. */
export async function proveSchemas(options: SchemaOptions): Promise<number> {
  const { seed, from, count } = options;
  const built = spawnSync(process.execPath, ['esbuild.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (built.status !== 0) throw new Error('the build failed');
  const progress = openProgress(`.cache/prove/${runOf(options)}.jsonl`, buildOf('.'));
  const lanes = availableParallelism();
  const prover = await startProver(lanes);
  const entries: Entry[] = [];
  const indexes = Array.from({ length: count }, (_, i) => from + i);
  const takeSteps = async (lane: number): Promise<void> => {
    for (let index = indexes.shift(); index !== undefined; index = indexes.shift()) {
      entries.push(...(await takeStep({ prover, progress, options, lane }, index)));
    }
  };
  try {
    await Promise.all(Array.from({ length: lanes }, (_, lane) => takeSteps(lane)));
  } finally {
    await prover.stop();
  }
  const figures = schemaFigures(seed, entries);
  console.log(`\n${figures}`);
  if (from === 0 && options.database === undefined && entries.length >= LONG)
    writeFigures('schemas', figures);
  return entries.filter((it) => it.outcome === 'failed').length;
}

type Run = {
  readonly prover: Prover;
  readonly progress: Progress;
  readonly options: SchemaOptions;
  readonly lane: number;
};

/** Proves the schema of one index, unless that was done already. */
async function takeStep({ prover, progress, options, lane }: Run, index: number): Promise<readonly Entry[]> {
  const last = progress.last(index, options.anyBuild || options.onlyFailed);
  if (last !== undefined && last.outcome !== 'failed') return [last];
  if (options.onlyFailed && last === undefined) return [];
  const random = options.database === undefined ? randomSchema : RANDOM[options.database];
  const schema = validSchema(random, options.seed + index);
  const thorough = index % options.tests === 0;
  const started = performance.now();
  const failure = await prover.prove(schema, stagesOf(thorough), lane);
  const tables = schema.schema as readonly Part[];
  const entry = progress.add({
    index,
    outcome: failure === undefined ? 'passed' : 'failed',
    ...(failure === undefined ? {} : { stage: failure.stage }),
    database: String(schema.db_type),
    tables: tables.length,
    columns: tables.reduce((sum, it) => sum + (it.columns as readonly unknown[]).length, 0),
    thorough,
  });
  if (failure !== undefined) await report(prover, { schema, failure, index, options, lane });
  else
    console.log(
      `${index}: passed, ${entry.database}, ${((performance.now() - started) / 1000).toFixed(1)} s`,
    );
  return [entry];
}

const stagesOf = (thorough: boolean): ReadonlySet<Stage> =>
  new Set<Stage>([
    'sqlite',
    'postgresql',
    'mariadb',
    'mssql',
    ...(thorough
      ? (['ruff', 'mypy', 'tests on sqlite', 'tests on postgresql', 'tests on mariadb'] as const)
      : []),
  ]);

/** The first valid schema that follows from a number; more than half of the random ones are. */
function validSchema(random: fc.Arbitrary<Part>, seed: number): Part {
  for (let numRuns = 4; numRuns <= 64; numRuns *= 4) {
    const valid = fc.sample(random, { seed, numRuns }).find(isValid);
    if (valid !== undefined) return valid;
  }
  throw new Error(`none of 64 schemas that follow from ${seed} is valid`);
}

function isValid(schema: Part): boolean {
  return validateText(JSON.stringify(schema)).model !== undefined;
}

type Failed = {
  readonly schema: Part;
  readonly failure: Failure;
  readonly index: number;
  readonly options: SchemaOptions;
  readonly lane: number;
};

async function report(prover: Prover, { schema, failure, index, options, lane }: Failed): Promise<void> {
  const { stage } = failure;
  const smallest = await trimSchema(
    schema,
    async (it) => isValid(it) && (await prover.prove(it, new Set([stage]), lane))?.stage === stage,
    options.trim,
  );
  mkdirSync('.cache/prove', { recursive: true });
  const file = `.cache/prove/${runOf(options)}-${index}.backbone.json`;
  writeFileSync(file, JSON.stringify(smallest, null, 2));
  writeFileSync(`${file.slice(0, -'.backbone.json'.length)}.log`, failure.output);
  console.log(`\n${index}: FAILED at ${stage} (seed ${options.seed}); the schema, trimmed, is ${file}`);
  console.log(JSON.stringify(smallest));
  console.log(gist(failure.output));
}

/** The lines that say what went wrong; everything is in the log beside the schema. */
function gist(output: string): string {
  const lines = output.split('\n').map((it) => it.slice(0, 400));
  const telling = lines.filter((it) =>
    /^(E {2}|FAILED|ERROR|\S*Error| +\S+:\d+:\d+:)|error:| in the database$/.test(it),
  );
  return (telling.length > 0 ? telling : lines).slice(-12).join('\n');
}
