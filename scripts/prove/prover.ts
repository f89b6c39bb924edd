import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DatabaseServer } from '../../test/support/database-server.ts';
import {
  checkTypes,
  generateProject,
  lint,
  type Project,
  toolsOf,
} from '../../test/support/generated-project.ts';
import { losses } from '../../test/support/lossless/lossless.ts';
import { startMariadb } from '../../test/support/mariadb.ts';
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
  | 'mariadb'
  | 'ruff'
  | 'mypy'
  | 'tests on sqlite'
  | 'tests on postgresql'
  | 'tests on mariadb';

/** The first stage that failed, with what it printed. */
export type Failure = { readonly stage: Stage; readonly output: string };

/** Proves schemas one after the other. */
export type Prover = {
  readonly prove: (schema: Part, stages: ReadonlySet<Stage>) => Promise<Failure | undefined>;
  readonly stop: () => Promise<void>;
};

/** With every feature that brings dependencies, so that one environment serves all schemas. */
const richest = (db_type: string): Part => ({
  project_name: 'richest',
  db_type,
  schema: [
    {
      table_name: 'users',
      columns: [
        { name: 'id', type: 'Integer', primary_key: true },
        { name: 'email', type: 'String', length: 254, format: 'email' },
        { name: 'secret', type: 'String', length: 255, format: 'password' },
      ],
    },
  ],
});

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

/** An environment with the driver of some database, and a Python in it. */
type Environment = { readonly venv: Venv; readonly worker: PythonWorker };

type Servers = { readonly postgres: Postgres; readonly mariadb: DatabaseServer };

type Tools = Environment & Servers;

/** Starts what proving needs. */
export async function startProver(): Promise<Prover> {
  const common = await install('postgresql');
  const mysql = await install('mysql');
  const servers = { postgres: await startPostgres(), mariadb: await startMariadb() };
  return {
    prove: (schema, stages) =>
      prove(schema, stages, { ...(schema.db_type === 'mysql' ? mysql : common), ...servers }),
    stop: async () => {
      await common.worker.stop();
      await mysql.worker.stop();
      await servers.postgres.stop();
      await servers.mariadb.stop();
    },
  };
}

async function install(dbType: string): Promise<Environment> {
  const project = await generate(richest(dbType));
  const venv = await ensureVenv(project.dependencies.constraints, project.dependencies.pyproject);
  await remove(project);
  return { venv, worker: startPythonWorker(venv) };
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
  const quiet =
    (run: () => Promise<void>): Run =>
    () =>
      run().then(() => undefined, textOf);
  const { proof, tests } = onServer(project, schema, tools);
  return [
    ['sqlite', () => onSqlite(project, tools.worker)],
    ...proof,
    ['ruff', quiet(() => lint(tool))],
    ['mypy', quiet(() => checkTypes(tool))],
    ['tests on sqlite', () => runJob(tools.worker, { folder: project.folder, env: {}, commands: [PYTEST] })],
    ...tests,
  ];
}

type ServerStages = Readonly<Record<'proof' | 'tests', readonly (readonly [Stage, Run])[]>>;

/** The stages on the project's own database; a schema for SQLite is promised to run on SQLite alone. */
function onServer(project: Project, { db_type }: Part, { worker, postgres, mariadb }: Tools): ServerStages {
  if (db_type === 'mysql') {
    return {
      proof: [['mariadb', () => proofOn(project, worker, mariadb)]],
      tests: [['tests on mariadb', () => testsOn(project, worker, mariadb)]],
    };
  }
  if (db_type !== 'postgresql') return { proof: [], tests: [] };
  return {
    proof: [['postgresql', () => onPostgres(project, worker, postgres)]],
    tests: [['tests on postgresql', () => testsOn(project, worker, postgres)]],
  };
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function onSqlite({ folder }: Project, worker: PythonWorker): Promise<string | undefined> {
  const env = { APP_DATABASE_URL: `sqlite:///${join(dirname(folder), 'proof.db')}` };
  return runJob(worker, { folder, env, commands: [['prove']] });
}

const DATABASE = 'proof_test';

async function proofOn(
  { folder }: Project,
  worker: PythonWorker,
  server: DatabaseServer,
): Promise<string | undefined> {
  await server.dropDatabase(DATABASE);
  const env = { APP_DATABASE_URL: await server.createDatabase(DATABASE) };
  return runJob(worker, { folder, env, commands: [['prove']] });
}

/** The proof leaves the database migrated, so its catalog must give back the schema. */
async function onPostgres(
  project: Project,
  worker: PythonWorker,
  postgres: Postgres,
): Promise<string | undefined> {
  const failure = await proofOn(project, worker, postgres);
  if (failure !== undefined) return failure;
  const lost = await losses(postgres, DATABASE, project.schema).catch((error) => [textOf(error)]);
  return lost.length === 0 ? undefined : `the migrated database is not the schema:\n${lost.join('\n')}`;
}

async function testsOn(
  { folder }: Project,
  worker: PythonWorker,
  server: DatabaseServer,
): Promise<string | undefined> {
  const database = 'proof_tests_test';
  await server.dropDatabase(database);
  const env = { TEST_DATABASE_URL: await server.createDatabase(database) };
  return runJob(worker, { folder, env, commands: [PYTEST] });
}

async function runJob(worker: PythonWorker, job: Job): Promise<string | undefined> {
  const { code, output } = await worker.run(job);
  return code === 0 ? undefined : `${job.commands[0]?.[0] ?? ''} ended with ${code}\n${output.slice(-6000)}`;
}
