import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  checkTypes,
  generateProject,
  lint,
  type Project,
  toolsOf,
} from '../../test/support/generated-project.ts';
import { losses } from '../../test/support/lossless/lossless.ts';
import { type Postgres, startPostgres } from '../../test/support/postgres.ts';
import { ensureVenv, type Venv } from '../../test/support/python.ts';
import { type Job, type PythonWorker, startPythonWorker } from '../../test/support/python-worker.ts';
import type { Part } from '../../test/support/random-schema/choose.ts';
import { temporaryFolder } from '../../test/support/tree.ts';

/**
 * What is done with a generated backend, in this order: after the proof on each database (see `backend_proof.py`) the
 * tools and the project's own tests, which take far longer.
 */
export type Stage =
  | 'generate'
  | 'sqlite'
  | 'postgresql'
  | 'ruff'
  | 'mypy'
  | 'tests on sqlite'
  | 'tests on postgresql';

/** The first stage that failed, with what it printed. */
export type Failure = { readonly stage: Stage; readonly output: string };

/** Proves schemas one after the other. */
export type Prover = {
  readonly prove: (schema: Part, stages: ReadonlySet<Stage>) => Promise<Failure | undefined>;
  readonly stop: () => Promise<void>;
};

/** With every feature that brings dependencies, so that one environment serves all schemas. */
const RICHEST: Part = {
  project_name: 'richest',
  db_type: 'postgresql',
  schema: [
    {
      table_name: 'users',
      columns: [
        { name: 'id', type: 'Integer', primary_key: true },
        { name: 'email', type: 'String', format: 'email' },
        { name: 'secret', type: 'String', format: 'password' },
      ],
    },
  ],
};

const PYTEST = [
  'pytest',
  '-q',
  '-W',
  'error',
  '-p',
  'no:cacheprovider',
  '--maxfail=5',
  '--tb=short',
] as const;

type Tools = { readonly venv: Venv; readonly worker: PythonWorker; readonly postgres: Postgres };

/** Starts what proving needs. */
export async function startProver(): Promise<Prover> {
  const richest = await generate(RICHEST);
  const venv = await ensureVenv(richest.dependencies.constraints, richest.dependencies.pyproject);
  await remove(richest);
  const postgres = await startPostgres();
  const worker = startPythonWorker(venv);
  return {
    prove: (schema, stages) => prove(schema, stages, { venv, worker, postgres }),
    stop: async () => {
      await worker.stop();
      await postgres.stop();
    },
  };
}

async function generate(schema: Part): Promise<Project> {
  const file = join(await temporaryFolder(), 'proof.backbone.json');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(schema, null, 1));
  return generateProject(file).finally(() => rm(dirname(file), { recursive: true, force: true }));
}

const remove = ({ folder }: Project): Promise<void> => rm(dirname(folder), { recursive: true, force: true });

async function prove(schema: Part, stages: ReadonlySet<Stage>, tools: Tools): Promise<Failure | undefined> {
  let project: Project;
  try {
    project = await generate(schema);
  } catch (error) {
    return { stage: 'generate', output: textOf(error) };
  }
  try {
    for (const [stage, run] of stagesOf(project, schema, tools)) {
      if (!stages.has(stage)) continue;
      const output = await run();
      if (output !== undefined) return { stage, output };
    }
    return undefined;
  } finally {
    await remove(project);
  }
}

type Run = () => Promise<string | undefined>;

function stagesOf(project: Project, schema: Part, tools: Tools): readonly (readonly [Stage, Run])[] {
  const tool = toolsOf(project, tools.venv);
  const { worker, postgres } = tools;
  const quiet =
    (run: () => Promise<void>): Run =>
    () =>
      run().then(() => undefined, textOf);
  // A schema for SQLite is promised to run on SQLite alone.
  const server = schema.db_type === 'postgresql' ? postgres : undefined;
  return [
    ['sqlite', () => onSqlite(project, worker)],
    ...(server === undefined ? [] : [['postgresql', () => onPostgres(project, worker, server)] as const]),
    ['ruff', quiet(() => lint(tool))],
    ['mypy', quiet(() => checkTypes(tool))],
    ['tests on sqlite', () => runJob(worker, { folder: project.folder, env: {}, commands: [PYTEST] })],
    ...(server === undefined
      ? []
      : [['tests on postgresql', () => testsOnPostgres(project, worker, server)] as const]),
  ];
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function onSqlite({ folder }: Project, worker: PythonWorker): Promise<string | undefined> {
  const env = { APP_DATABASE_URL: `sqlite:///${join(dirname(folder), 'proof.db')}` };
  return runJob(worker, { folder, env, commands: [['prove']] });
}

/** The proof leaves the database migrated, so its catalog must give back the schema. */
async function onPostgres(
  { folder, schema }: Project,
  worker: PythonWorker,
  postgres: Postgres,
): Promise<string | undefined> {
  const database = 'proof_test';
  await postgres.dropDatabase(database);
  const env = { APP_DATABASE_URL: await postgres.createDatabase(database) };
  const failure = await runJob(worker, { folder, env, commands: [['prove']] });
  if (failure !== undefined) return failure;
  const lost = await losses(postgres, database, schema).catch((error) => [textOf(error)]);
  return lost.length === 0 ? undefined : `the migrated database is not the schema:\n${lost.join('\n')}`;
}

async function testsOnPostgres(
  { folder }: Project,
  worker: PythonWorker,
  postgres: Postgres,
): Promise<string | undefined> {
  const database = 'proof_tests_test';
  await postgres.dropDatabase(database);
  const env = { TEST_DATABASE_URL: await postgres.createDatabase(database) };
  return runJob(worker, { folder, env, commands: [PYTEST] });
}

async function runJob(worker: PythonWorker, job: Job): Promise<string | undefined> {
  const { code, output } = await worker.run(job);
  return code === 0 ? undefined : `${job.commands[0]?.[0] ?? ''} ended with ${code}\n${output.slice(-6000)}`;
}
