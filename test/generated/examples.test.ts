import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkTypes,
  generateProject,
  largestDependencies,
  lint,
  type Project,
  type RunTool,
  testOnPostgres,
  testOnSqlite,
  toolsOf,
} from '../support/generated-project.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { ensureVenv } from '../support/python.ts';

const root = resolve(import.meta.dirname, '../..');

/** The project's own examples, the hard ones among the fixtures, and the customer's when they lie beside it. */
const FOLDERS = ['examples', 'test/fixtures/schemas', '../shared/examples'];
const files = FOLDERS.map((it) => join(root, it))
  .filter((it) => existsSync(it))
  .flatMap((folder) => readdirSync(folder).map((it) => join(folder, it)))
  .filter((it) => it.endsWith('.backbone.json'));

const projects = new Map<string, Project>();
const tools = new Map<string, RunTool>();
let postgres: Postgres | undefined;

beforeAll(async () => {
  for (const file of files) projects.set(file, await generateProject(file));
  const { constraints, pyproject } = largestDependencies([...projects.values()]);
  const venv = await ensureVenv(constraints, pyproject);
  for (const [file, project] of projects) tools.set(file, toolsOf(project, venv));
  postgres = await startPostgres();
});

afterAll(async () => postgres?.stop());

const toolOf = (file: string): RunTool => {
  const tool = tools.get(file);
  if (tool === undefined) throw new Error(`no backend was generated from ${file}`);
  return tool;
};

it('there are examples', () => expect(files.length).toBeGreaterThanOrEqual(2));

describe.each(files)('the backend of %s', (file) => {
  it('passes ruff', () => lint(toolOf(file)));

  // The two suites wait for their databases now and then, so both together take little longer than one.
  it('passes mypy --strict, and its migrations and tests pass on SQLite and on PostgreSQL', async () => {
    const tool = toolOf(file);
    const name = projects.get(file)?.name ?? '';
    const results = await Promise.allSettled([
      checkTypes(tool),
      testOnSqlite(tool),
      postgres === undefined
        ? Promise.reject(new Error('no PostgreSQL'))
        : testOnPostgres(tool, postgres, name),
    ]);
    const failures = results.flatMap((it) => (it.status === 'rejected' ? [String(it.reason.message)] : []));
    expect(failures.join('\n\n')).toBe('');
  });
});
