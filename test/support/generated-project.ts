import { readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { Postgres } from './postgres.ts';
import { run } from './process.ts';
import { type Venv, venvEnvironment } from './python.ts';
import { temporaryFolder } from './tree.ts';

/** A generated backend on disk. */
export type Project = { readonly name: string; readonly folder: string; readonly dependencies: Dependencies };

/** What a project needs installed. */
export type Dependencies = { readonly constraints: string; readonly pyproject: string };

const root = resolve(import.meta.dirname, '../..');
const cli = join(root, 'dist/cli.js');
const mypyCache = join(root, '.cache/mypy');

/** Generates a backend with the built CLI into a new folder. */
export async function generateProject(schemaFile: string): Promise<Project> {
  const name = basename(schemaFile, '.backbone.json');
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
    dependencies: { constraints: text('constraints.txt'), pyproject: text('pyproject.toml') },
  };
}

/** Those of several lists that hold all the others: a project without passwords needs a part of one with them. */
export function largestDependencies(projects: readonly Project[]): Dependencies {
  const [first, ...others] = projects.map((it) => it.dependencies);
  if (first === undefined) throw new Error('no project was generated');
  return others.reduce((a, b) => (b.constraints.length > a.constraints.length ? b : a), first);
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

/** Checks the types; all projects share one cache, so only one runs at a time. */
export async function checkTypes(tool: RunTool): Promise<void> {
  await mkdir(mypyCache, { recursive: true });
  await tool(['mypy', '--strict', '--cache-dir', mypyCache]);
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

/** Migrates and tests on two databases of their own on PostgreSQL. */
export async function testOnPostgres(tool: RunTool, postgres: Postgres, name: string): Promise<void> {
  const stem = name.toLowerCase().replace(/[^a-z0-9]+/g, '_');
  const databases = [`${stem}_migrations_test`, `${stem}_test`] as const;
  const [forMigrations, forTests] = [
    await postgres.createDatabase(databases[0]),
    await postgres.createDatabase(databases[1]),
  ];
  await migrateAndTest(tool, { forMigrations, forTests });
  for (const it of databases) await postgres.dropDatabase(it);
}
