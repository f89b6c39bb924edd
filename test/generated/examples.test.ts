import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatabaseServer } from '../support/database-server.ts';
import {
  checkTypes,
  compileForMssql,
  driverOf,
  generateProject,
  installAll,
  lint,
  type Project,
  type RunTool,
  testOnMariadb,
  testOnPostgres,
  testOnSqlite,
  toolsOf,
} from '../support/generated-project.ts';
import { startMariadb } from '../support/mariadb.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { schemaFiles } from '../support/schema-files.ts';

const projects = new Map<string, Project>();
const tools = new Map<string, RunTool>();
let postgres: Postgres | undefined;
let mariadb: DatabaseServer | undefined;

beforeAll(async () => {
  for (const file of schemaFiles) projects.set(file, await generateProject(file));
  const venvOf = await installAll([...projects.values()]);
  for (const [file, project] of projects) tools.set(file, toolsOf(project, venvOf(project)));
  postgres = await startPostgres();
  mariadb = await startMariadb();
});

afterAll(async () => {
  await postgres?.stop();
  await mariadb?.stop();
});

const toolOf = (file: string): RunTool => {
  const tool = tools.get(file);
  if (tool === undefined) throw new Error(`no backend was generated from ${file}`);
  return tool;
};

/** A project runs on its own database and on SQLite (section 2 of the format), so one of SQLite has no server. */
async function testOnServer(tool: RunTool, file: string, project: Project): Promise<void> {
  if (JSON.parse(readFileSync(file, 'utf8')).db_type === 'sqlite') return;
  if (postgres === undefined || mariadb === undefined) throw new Error('no servers');
  switch (driverOf(project)) {
    case 'asyncmy':
      return testOnMariadb(tool, mariadb, project);
    case 'aioodbc':
      return compileForMssql(tool);
    case 'asyncpg':
      return testOnPostgres(tool, postgres, project);
  }
}

it('there are examples', () => expect(schemaFiles.length).toBeGreaterThanOrEqual(2));

describe.each(schemaFiles)('the backend of %s', (file) => {
  it('passes ruff', () => lint(toolOf(file)));

  // The two suites wait for their databases now and then, so both together take little longer than one.
  it('passes mypy --strict, and its migrations and tests pass on SQLite and on its server, or compile for it', async () => {
    const tool = toolOf(file);
    const project = projects.get(file);
    const results = await Promise.allSettled([
      checkTypes(tool),
      testOnSqlite(tool),
      project === undefined ? Promise.reject(new Error('no project')) : testOnServer(tool, file, project),
    ]);
    const failures = results.flatMap((it) => (it.status === 'rejected' ? [String(it.reason.message)] : []));
    expect(failures.join('\n\n')).toBe('');
  });
});
