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
import { schemaFiles } from '../support/schema-files.ts';

const projects = new Map<string, Project>();
const tools = new Map<string, RunTool>();
let postgres: Postgres | undefined;

beforeAll(async () => {
  for (const file of schemaFiles) projects.set(file, await generateProject(file));
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

it('there are examples', () => expect(schemaFiles.length).toBeGreaterThanOrEqual(2));

describe.each(schemaFiles)('the backend of %s', (file) => {
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
