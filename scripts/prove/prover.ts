import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  checkTypes,
  generateProject,
  lint,
  type Project,
  toolsOf,
} from '../../test/support/generated-project.ts';
import { type Postgres, startPostgres } from '../../test/support/postgres.ts';
import { ensureVenv, type Venv } from '../../test/support/python.ts';
import { type PythonWorker, startPythonWorker } from '../../test/support/python-worker.ts';
import type { Part } from '../../test/support/random-schema/choose.ts';
import { temporaryFolder } from '../../test/support/tree.ts';

/** What is done with a generated backend, in this order. */
export type Stage = 'generate' | 'ruff' | 'mypy' | 'sqlite' | 'postgresql';

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
const MIGRATE = ['upgrade head', 'check', 'downgrade base', 'upgrade head'].map(
  (it) => ['alembic', ...it.split(' ')] as const,
);

type Tools = { readonly venv: Venv; readonly worker: PythonWorker; readonly postgres: Postgres | undefined };

/** Starts what proving needs; PostgreSQL only when it is asked for. */
export async function startProver(withPostgres: boolean): Promise<Prover> {
  const richest = await generate(RICHEST);
  const venv = await ensureVenv(richest.dependencies.constraints, richest.dependencies.pyproject);
  await remove(richest);
  const postgres = withPostgres ? await startPostgres() : undefined;
  const worker = startPythonWorker(venv);
  return {
    prove: (schema, stages) => prove(schema, stages, { venv, worker, postgres }),
    stop: async () => {
      await worker.stop();
      await postgres?.stop();
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
  const { postgres } = tools;
  const quiet =
    (run: () => Promise<void>): Run =>
    () =>
      run().then(() => undefined, textOf);
  return [
    ['ruff', quiet(() => lint(tool))],
    ['mypy', quiet(() => checkTypes(tool))],
    ['sqlite', () => onSqlite(project, tools.worker)],
    // A schema for SQLite is promised to run on SQLite alone.
    ...(postgres === undefined || schema.db_type !== 'postgresql'
      ? []
      : [['postgresql', () => onPostgres(project, tools.worker, postgres)] as const]),
  ];
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function onSqlite(project: Project, worker: PythonWorker): Promise<string | undefined> {
  const url = `sqlite:///${join(dirname(project.folder), 'migrations.db')}`;
  return test(project, worker, { APP_DATABASE_URL: url });
}

async function onPostgres(
  project: Project,
  worker: PythonWorker,
  postgres: Postgres,
): Promise<string | undefined> {
  const names = ['proof_migrations_test', 'proof_test'] as const;
  for (const name of names) await postgres.dropDatabase(name);
  const [migrations, tests] = [
    await postgres.createDatabase(names[0]),
    await postgres.createDatabase(names[1]),
  ];
  return test(project, worker, { APP_DATABASE_URL: migrations, TEST_DATABASE_URL: tests });
}

type Urls = { readonly APP_DATABASE_URL: string; readonly TEST_DATABASE_URL?: string };

async function test(project: Project, worker: PythonWorker, urls: Urls): Promise<string | undefined> {
  const { APP_DATABASE_URL, ...forTests } = urls;
  const folder = project.folder;
  for (const job of [
    { folder, env: { APP_DATABASE_URL }, commands: MIGRATE },
    { folder, env: forTests, commands: [PYTEST] },
  ]) {
    const { code, output } = await worker.run(job);
    if (code !== 0) return `${job.commands[0]?.[0] ?? ''} ended with ${code}\n${output.slice(-6000)}`;
  }
  return undefined;
}
