import { readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { DatabaseServer } from './database-server.ts';
import { losses } from './lossless/lossless.ts';
import type { Postgres } from './postgres.ts';
import { run } from './process.ts';
import { ensureVenv, type Venv, venvEnvironment } from './python.ts';
import { temporaryFolder } from './tree.ts';

/** A generated backend on disk. */
export type Project = {
  readonly name: string;
  readonly folder: string;
  readonly dependencies: Dependencies;
  /** The text of the schema that it was generated from. */
  readonly schema: string;
};

/** What a project needs installed. */
export type Dependencies = { readonly constraints: string; readonly pyproject: string };

const root = resolve(import.meta.dirname, '../..');
const cli = join(root, 'dist/cli.js');
const mypyCache = join(root, '.cache/mypy');

/** Generates a backend with the built CLI into a new folder. */
export async function generateProject(schemaFile: string): Promise<Project> {
  const name = basename(schemaFile, '.backbone.json');
  const schema = readFileSync(schemaFile, 'utf8');
  const folder = join(await temporaryFolder(), name);
  const { code, stdout, stderr } = await run(process.execPath, [
    cli,
    'generate',
    schemaFile,
    '--out',
    folder,
  ]);
  if (code !== 0)
    throw new Error(`"backbone generate ${schemaFile}" ended with ${code}:\n${stdout}${stderr}`);
  const text = (path: string): string => readFileSync(join(folder, path), 'utf8');
  return {
    name,
    folder,
    schema,
    dependencies: { constraints: text('constraints.txt'), pyproject: text('pyproject.toml') },
  };
}

/** Those of several lists that hold all the others: a project without passwords needs a part of one with them. */
function largestDependencies(projects: readonly Project[]): Dependencies {
  const [first, ...others] = projects.map((it) => it.dependencies);
  if (first === undefined) throw new Error('no project was generated');
  return others.reduce((a, b) => (b.constraints.length > a.constraints.length ? b : a), first);
}

/** The driver of a project's database server. */
export type Driver = 'asyncmy' | 'aioodbc' | 'asyncpg';

/** The driver that a project needs: of MySQL and MariaDB, of SQL Server, else that of PostgreSQL. */
export const driverOf = ({ dependencies }: Project): Driver =>
  (['asyncmy', 'aioodbc'] as const).find((it) => dependencies.pyproject.includes(`"${it}`)) ?? 'asyncpg';

/** What reads the scripts for SQL Server, which cannot run here. */
export const toolsFor = (driver: Driver): readonly string[] =>
  driver === 'aioodbc' ? ['sqlglot==30.30.0'] : [];

/** The environments of some projects: one for those of each driver. */
export async function installAll(projects: readonly Project[]): Promise<(project: Project) => Venv> {
  const venvs = new Map<Driver, Venv>();
  for (const driver of new Set(projects.map(driverOf))) {
    const { constraints, pyproject } = largestDependencies(projects.filter((it) => driverOf(it) === driver));
    venvs.set(driver, await ensureVenv(constraints, pyproject, toolsFor(driver)));
  }
  return (project) => {
    const venv = venvs.get(driverOf(project));
    if (venv === undefined) throw new Error(`nothing was installed for ${project.name}`);
    return venv;
  };
}

/** Runs a tool of the environment in a project; throws what it printed when it fails. */
export type RunTool = (args: readonly string[], env?: Readonly<Record<string, string>>) => Promise<void>;

/** Tools that run in one project. */
export function toolsOf({ folder }: Project, venv: Venv): RunTool {
  return async ([tool = '', ...args], env = {}) => {
    const options = { cwd: folder, env: { ...venvEnvironment(venv), ...env } };
    const { code, stdout, stderr } = await run(join(venv.bin, tool), args, options);
    if (code === 0) return;
    const printed = `${stdout}\n${stderr}`.trim().slice(-6000);
    throw new Error(`"${[tool, ...args].join(' ')}" in ${folder} ended with ${code}:\n${printed}`);
  };
}

/** What ruff says of a project. */
export async function lint(tool: RunTool): Promise<void> {
  await tool(['ruff', 'check', '--no-cache', '.']);
  await tool(['ruff', 'format', '--no-cache', '--check', '.']);
}

/** Checks the types; projects share a cache, with which only one check runs at a time. */
export async function checkTypes(tool: RunTool, cache = mypyCache): Promise<void> {
  await mkdir(cache, { recursive: true });
  await tool(['mypy', '--strict', '--cache-dir', cache]);
}

// One process for all four saves the time to start three.
const ALEMBIC = `
from alembic.config import main
for command in ("upgrade head", "check", "downgrade base", "upgrade head"):
    main(command.split(), prog=f"alembic {command}")
`;

/** Up, a comparison with the models, all the way down, and up again; then the project's own tests. */
export async function migrateAndTest(tool: RunTool, databases: Databases): Promise<void> {
  await tool(['python', '-W', 'error', '-c', ALEMBIC], { APP_DATABASE_URL: databases.forMigrations });
  const pytest = ['pytest', '-q', '-W', 'error', '-p', 'no:cacheprovider', '--maxfail=10'];
  await tool(pytest, databases.forTests === undefined ? {} : { TEST_DATABASE_URL: databases.forTests });
}

/** Where the migrations run, and the tests, which make their own SQLite file when no URL is given. */
export type Databases = { readonly forMigrations: string; readonly forTests?: string };

/** Migrates and tests on SQLite. */
export async function testOnSqlite(tool: RunTool): Promise<void> {
  const file = join(tmpdir(), `backbone-${process.pid}-${Math.random().toString(36).slice(2)}.db`);
  await migrateAndTest(tool, { forMigrations: `sqlite:///${file}` }).finally(() => rm(file, { force: true }));
}

/** Migrates and tests on two databases of their own on PostgreSQL; what the migrations made must be the schema. */
export const testOnPostgres = (tool: RunTool, postgres: Postgres, project: Project): Promise<void> =>
  testOn(postgres, { tool, project }, async (database) => {
    const lost = await losses(postgres, database, project.schema);
    if (lost.length > 0) throw new Error(`the migrated database is not the schema:\n${lost.join('\n')}`);
  });

/** Migrates and tests on two databases of their own on MariaDB. */
export const testOnMariadb = (tool: RunTool, mariadb: DatabaseServer, project: Project): Promise<void> =>
  testOn(mariadb, { tool, project });

/** Compiles the migrations and models for SQL Server, which has no server here, and reads what they say. */
export async function compileForMssql(tool: RunTool): Promise<void> {
  await tool(['python', '-W', 'error', join(root, 'test/support/compile_mssql.py')], {
    APP_DATABASE_URL: 'mssql://sa:secret@localhost/nothing',
  });
}

type Tested = { readonly tool: RunTool; readonly project: Project };

async function testOn(
  server: DatabaseServer,
  { tool, project }: Tested,
  check?: (migrated: string) => Promise<void>,
): Promise<void> {
  const stem = project.name.toLowerCase().replace(/[^a-z0-9]+/g, '_');
  const databases = [`${stem}_migrations_test`, `${stem}_test`] as const;
  const [forMigrations, forTests] = [
    await server.createDatabase(databases[0]),
    await server.createDatabase(databases[1]),
  ];
  await migrateAndTest(tool, { forMigrations, forTests });
  await check?.(databases[0]);
  for (const it of databases) await server.dropDatabase(it);
}
