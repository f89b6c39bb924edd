import { rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { DatabaseServer } from '../../test/support/database-server.ts';
import {
  checkTypes,
  driverOf,
  lint,
  type Project,
  toolsFor,
  toolsOf,
} from '../../test/support/generated-project.ts';
import { losses } from '../../test/support/lossless/lossless.ts';
import { startMariadb } from '../../test/support/mariadb.ts';
import { type Postgres, startPostgres } from '../../test/support/postgres.ts';
import { ensureVenv, type Venv } from '../../test/support/python.ts';
import { type Job, type PythonWorker, startPythonWorker } from '../../test/support/python-worker.ts';
import type { Part } from '../../test/support/random-schema/choose.ts';
import { writeProject } from '../../test/support/rendered.ts';
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
  | 'mssql'
  | 'ruff'
  | 'mypy'
  | 'tests on sqlite'
  | 'tests on postgresql'
  | 'tests on mariadb';

/** The first stage that failed, with what it printed. */
export type Failure = { readonly stage: Stage; readonly output: string };

/** Proves schemas, on each of its lanes one after the other. */
export type Prover = {
  readonly prove: (schema: Part, stages: ReadonlySet<Stage>, lane?: number) => Promise<Failure | undefined>;
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

type Tools = Environment & Servers & { readonly lane: number };

/** Starts what proving needs: so many lanes, each with processes and databases of its own. */
export async function startProver(lanes = 1): Promise<Prover> {
  const venvs = {
    common: await install('postgresql'),
    mysql: await install('mysql'),
    mssql: await install('mssql'),
  };
  const servers = { postgres: await startPostgres(), mariadb: await startMariadb() };
  const workers = Array.from({ length: lanes }, () => ({
    common: { venv: venvs.common, worker: startPythonWorker(venvs.common) },
    mysql: { venv: venvs.mysql, worker: startPythonWorker(venvs.mysql) },
    mssql: { venv: venvs.mssql, worker: startPythonWorker(venvs.mssql) },
  }));
  return {
    prove: (schema, stages, lane = 0) => {
      const own = workers[lane];
      if (own === undefined) throw new Error(`there is no lane ${lane}`);
      return prove(schema, stages, {
        ...(schema.db_type === 'mysql' || schema.db_type === 'mssql' ? own[schema.db_type] : own.common),
        ...servers,
        lane,
      });
    },
    stop: async () => {
      await Promise.all(workers.flatMap((it) => Object.values(it).map(({ worker }) => worker.stop())));
      await servers.postgres.stop();
      await servers.mariadb.stop();
    },
  };
}

async function install(dbType: string): Promise<Venv> {
  const project = await generate(richest(dbType));
  const { constraints, pyproject } = project.dependencies;
  return ensureVenv(constraints, pyproject, toolsFor(driverOf(project))).finally(() => remove(project));
}

const generate = async (schema: Part): Promise<Project> =>
  writeProject(JSON.stringify(schema, null, 1), join(await temporaryFolder(), 'proof'));

const remove = ({ folder }: Project): Promise<void> => rm(dirname(folder), { recursive: true, force: true });

async function prove(schema: Part, stages: ReadonlySet<Stage>, tools: Tools): Promise<Failure | undefined> {
  let project: Project;
  try {
    project = await generate(schema);
  } catch (error) {
    return { stage: 'generate', output: textOf(error) };
  }
  try {
    const failure = await proveOnDatabases(project, schema, { stages, tools });
    if (failure !== undefined) return failure;
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

type Asked = { readonly stages: ReadonlySet<Stage>; readonly tools: Tools };

/** The proof on SQLite and on the project's own database, in processes that share what they have imported. */
async function proveOnDatabases(
  { folder, schema: text }: Project,
  { db_type }: Part,
  { stages, tools }: Asked,
): Promise<Failure | undefined> {
  const { worker, postgres, mariadb, lane } = tools;
  const database = `proof_${lane}_test`;
  const places: readonly (readonly [Stage, () => Promise<string> | string])[] = [
    ['sqlite', () => `sqlite:///${join(dirname(folder), 'proof.db')}`],
    ['postgresql', () => postgres.freshDatabase(database)],
    ['mariadb', () => mariadb.freshDatabase(database)],
  ];
  const own = places.filter(([it]) => it === 'sqlite' || it === SERVERS[String(db_type)]);
  const asked = own.filter(([it]) => stages.has(it));
  if (asked.length === 0) return undefined;
  const urls = await Promise.all(asked.map(([, url]) => url()));
  const { code, output } = await worker.run({ folder, env: {}, commands: [['prove', ...urls]] });
  if (code !== 0) return { stage: asked[code - 1]?.[0] ?? 'sqlite', output: output.slice(-6000) };
  return asked.some(([it]) => it === 'postgresql') ? whatIsLost(postgres, database, text) : undefined;
}

/** The stage of a schema's own database; one for SQLite is promised to run on SQLite alone. */
const SERVERS: Readonly<Record<string, Stage | undefined>> = { postgresql: 'postgresql', mysql: 'mariadb' };

/** The proof leaves the database migrated, so its catalog must give back the schema. */
async function whatIsLost(
  postgres: Postgres,
  database: string,
  schema: string,
): Promise<Failure | undefined> {
  const lost = await losses(postgres, database, schema).catch((error) => [textOf(error)]);
  if (lost.length === 0) return undefined;
  return { stage: 'postgresql', output: `the migrated database is not the schema:\n${lost.join('\n')}` };
}

type Run = () => Promise<string | undefined>;

/** What takes longer than the proof. */
function stagesOf(project: Project, schema: Part, tools: Tools): readonly (readonly [Stage, Run])[] {
  const tool = toolsOf(project, tools.venv);
  const quiet =
    (run: () => Promise<void>): Run =>
    () =>
      run().then(() => undefined, textOf);
  const server = SERVERS[String(schema.db_type)];
  return [
    ...(schema.db_type === 'mssql' ? ([['mssql', () => compiled(project, tools)]] as const) : []),
    ['ruff', quiet(() => lint(tool))],
    ['mypy', quiet(() => checkTypes(tool, resolve(`.cache/mypy-${tools.lane}`)))],
    ['tests on sqlite', () => runTests(tools.worker, project, {})],
    ...(server === 'postgresql'
      ? ([['tests on postgresql', () => testsOn(project, tools, tools.postgres)]] as const)
      : []),
    ...(server === 'mariadb'
      ? ([['tests on mariadb', () => testsOn(project, tools, tools.mariadb)]] as const)
      : []),
  ];
}

/** No SQL Server runs here: what is compiled for one is read instead. */
async function compiled({ folder }: Project, { worker }: Tools): Promise<string | undefined> {
  const env = { APP_DATABASE_URL: 'mssql://sa:secret@localhost/nothing' };
  const { code, output } = await worker.run({ folder, env, commands: [COMPILE] });
  return code === 0 ? undefined : output.slice(-6000);
}

const COMPILE = ['python', resolve(import.meta.dirname, '../../test/support/compile_mssql.py')] as const;

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function testsOn(
  project: Project,
  { worker, lane }: Tools,
  server: DatabaseServer,
): Promise<string | undefined> {
  const url = await server.freshDatabase(`proof_tests_${lane}_test`);
  return runTests(worker, project, { TEST_DATABASE_URL: url });
}

async function runTests(
  worker: PythonWorker,
  { folder }: Project,
  env: Job['env'],
): Promise<string | undefined> {
  const { code, output } = await worker.run({ folder, env, commands: [PYTEST] });
  return code === 0 ? undefined : `pytest ended with ${code}\n${output.slice(-6000)}`;
}
