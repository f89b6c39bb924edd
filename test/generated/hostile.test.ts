import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkTypes,
  generateProject,
  lint,
  type Project,
  type RunTool,
  testOnPostgres,
  testOnSqlite,
  toolsOf,
} from '../support/generated-project.ts';
import { hostileAll, schemaOf } from '../support/hostile-schema.ts';
import { inject } from '../support/injection/inject.ts';
import { textProperties } from '../support/injection/text-places.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { ensureVenv } from '../support/python.ts';

let project: Project | undefined;
let postgres: Postgres | undefined;
let tool: RunTool = () => Promise.reject(new Error('nothing was generated'));

beforeAll(async () => {
  const schema = join(mkdtempSync(join(tmpdir(), 'backbone-hostile-')), 'hostile.backbone.json');
  writeFileSync(schema, schemaOf(hostileAll(7)));
  project = await generateProject(schema);
  const venv = await ensureVenv(project.dependencies.constraints, project.dependencies.pyproject);
  postgres = await startPostgres();
  tool = toolsOf(project, venv);
});

afterAll(async () => postgres?.stop());

/** A tenth of what `npm run prove -- injection` does, always the same. */
const SEED = 20_261_122;
const PLACEMENTS = 1000;

/** Words of the database's own, names that are renamed with what they mention, and what this part does not reach. */
const NEVER_PLACED: readonly string[] = [
  'schema.columns.target',
  'schema.columns.subtype',
  'schema.indexes.method',
  'schema.api.path',
  'api.prefix',
  'schema.api.owner',
  'schema.indexes.include',
  'schema.indexes.columns.name',
  'schema.indexes.columns.opclass',
  'schema.constraints.elements.name',
  'schema.constraints.elements.with',
];

it('hostile texts change nothing but constants, hostile names nothing but constants and names', async () => {
  const { placements, found } = await inject(SEED, PLACEMENTS);
  expect(found).toEqual([]);
  const missing = textProperties().filter((it) => !placements.has(it) && !NEVER_PLACED.includes(it));
  expect(missing).toEqual([]);
});

describe('a backend in which every text is hostile', () => {
  it('lies in its target and nowhere else', () => {
    expect(readdirSync(dirname(project?.folder ?? ''))).toEqual(['hostile']);
  });

  it('passes ruff', () => lint(tool));

  it('passes mypy --strict', () => checkTypes(tool));

  it('passes its tests on SQLite', () => testOnSqlite(tool));

  it('passes its tests on PostgreSQL', () =>
    postgres === undefined || project === undefined
      ? Promise.reject(new Error('no PostgreSQL'))
      : testOnPostgres(tool, postgres, project));
});
