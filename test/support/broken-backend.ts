import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseDocument } from '../../src/core/document/document.ts';
import { DEFAULT_LIMITS } from '../../src/core/document/limits.ts';
import {
  hasErrors,
  planFiles,
  type RenderedFile,
  renderFiles,
  type TemplateSet,
  validateText,
} from '../../src/core/index.ts';
import { buildModel } from '../../src/core/model/build-model.ts';
import { viewSchema } from '../../src/core/schema/view.ts';
import { templateFolder } from '../../src/host/template-folder.ts';
import { type BrokenSchema, DIALECTS, type Dialect, type Failure } from './broken-schemas/broken-schema.ts';
import type { DatabaseServer } from './database-server.ts';
import { startMariadb } from './mariadb.ts';
import { startPostgres } from './postgres.ts';
import { ensureVenv, type Venv } from './python.ts';
import { type PythonWorker, startPythonWorker } from './python-worker.ts';
import { temporaryFolder, writeTree } from './tree.ts';

/** The step at which a backend failed, with what was printed; no step when all of it works. */
export type Outcome = { readonly step: string | undefined; readonly output: string };

/** What backends are tried on. */
export type Bench = {
  readonly templates: TemplateSet;
  /** A Python process for the backends of each dialect. */
  readonly workers: Readonly<Record<Dialect, PythonWorker>>;
  readonly servers: Readonly<Partial<Record<Dialect, DatabaseServer>>>;
  readonly stop: () => Promise<void>;
};

/** A sound schema; one environment serves all backends of a dialect without features that need more. */
const plainOf = (dialect: Dialect) => ({
  project_name: 'plain',
  db_type: dialect,
  schema: [
    {
      table_name: 'users',
      columns: [
        { name: 'id', type: 'Integer', primary_key: true },
        { name: 'email', type: 'String', length: 255, format: 'email' },
        { name: 'secret', type: 'String', format: 'password' },
      ],
    },
  ],
});

/** Starts the database servers and two Python processes: PostgreSQL's environment serves SQLite, too. */
export async function startBench(): Promise<Bench> {
  const templates = await templateFolder(resolve(import.meta.dirname, '../../templates'));
  const shared = startPythonWorker(await venvOf('postgresql', templates));
  const mysql = startPythonWorker(await venvOf('mysql', templates));
  const servers = { postgresql: await startPostgres(), mysql: await startMariadb() };
  const stop = async () => {
    for (const it of [shared, mysql, ...Object.values(servers)]) await it.stop();
  };
  return { templates, workers: { postgresql: shared, sqlite: shared, mysql }, servers, stop };
}

async function venvOf(dialect: Dialect, templates: TemplateSet): Promise<Venv> {
  const files = renderAnyway(JSON.stringify(plainOf(dialect)), templates);
  const textOfFile = (path: string): string => files.find((it) => it.path === path)?.text ?? '';
  return ensureVenv(textOfFile('constraints.txt'), textOfFile('pyproject.toml'));
}

const DRIVER = join(import.meta.dirname, 'broken-backend.py');

/** The text of a schema for a database. */
export const textOf = ({ root, tables }: BrokenSchema, dialect: Dialect): string =>
  JSON.stringify({ project_name: 'broken', db_type: dialect, ...root, schema: tables });

/** The codes of the errors of a schema. */
export function errorCodes(text: string): readonly string[] {
  const { diagnostics, hiddenErrors } = validateText(text);
  const errors = [...diagnostics, ...hiddenErrors].filter((it) => hasErrors([it]));
  return [...new Set(errors.map((it) => it.code))].sort();
}

/** The dialects on whose schemas a rule reports the mistake. */
export const refusing = (it: BrokenSchema): readonly Dialect[] =>
  (it.on ?? DIALECTS).filter((dialect) => errorCodes(textOf(it, dialect)).includes(it.code));

/** How the backend of a schema is to fail; throws where that is not written. */
export function failureOn(dialect: Dialect, { fails, code, mistake }: BrokenSchema): Failure {
  const failure = isOfAll(fails) ? fails : fails[dialect];
  if (failure === undefined) throw new Error(`${code}, ${mistake}: write how it fails on ${dialect}`);
  return failure;
}

const isOfAll = (it: BrokenSchema['fails']): it is Failure => Array.isArray(it);

/** Renders a schema whatever its errors are, which nothing outside the tests can. */
export function renderAnyway(text: string, templates: TemplateSet): readonly RenderedFile[] {
  const view = viewSchema(parseDocument(text, DEFAULT_LIMITS).value);
  return renderFiles(planFiles(buildModel(view), templates));
}

/** Generates a backend and tries it until something fails. */
export async function tryBackend(it: BrokenSchema, dialect: Dialect, bench: Bench): Promise<Outcome> {
  let files: readonly RenderedFile[];
  try {
    files = renderAnyway(textOf(it, dialect), bench.templates);
  } catch (error) {
    return { step: 'model', output: String(error instanceof Error ? error.stack : error) };
  }
  const folder = await temporaryFolder();
  try {
    try {
      await writeTree(folder, Object.fromEntries(files.map(({ path, text }) => [path, text])));
    } catch (error) {
      return { step: 'writing', output: String(error) };
    }
    const plan = {
      databases: await databases(dialect, folder, bench),
      requests: (it.requests ?? []).map(([method, path, body, part]) => [
        method,
        path,
        body ?? null,
        part ?? '',
      ]),
      expects: it.expects ?? null,
      installs: it.code === 'BB601',
    };
    const command = ['python', DRIVER, JSON.stringify(plan)] as const;
    const { code, output } = await bench.workers[dialect].run({ folder, env: {}, commands: [command] });
    const steps = [...output.matchAll(/^step: (.*)$/gm)].map((found) => found[1]);
    return { step: code === 0 ? undefined : steps.at(-1), output };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Where a project runs: on its own database, and on SQLite. */
async function databases(dialect: Dialect, folder: string, { servers }: Bench): Promise<readonly string[]> {
  const sqlite = `sqlite:///${resolve(folder, 'broken_test.db')}`;
  const server = servers[dialect];
  if (server === undefined) return [sqlite];
  await server.dropDatabase('broken_test');
  return [await server.createDatabase('broken_test'), sqlite];
}
