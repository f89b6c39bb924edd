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
import { type BrokenSchema, DIALECTS, type Dialect } from './broken-schemas/broken-schema.ts';
import { type Postgres, startPostgres } from './postgres.ts';
import { ensureVenv } from './python.ts';
import { type PythonWorker, startPythonWorker } from './python-worker.ts';
import { temporaryFolder, writeTree } from './tree.ts';

/** The step at which a backend failed, with what was printed; no step when all of it works. */
export type Outcome = { readonly step: string | undefined; readonly output: string };

/** What backends are tried on. */
export type Bench = {
  readonly templates: TemplateSet;
  readonly worker: PythonWorker;
  readonly postgres: Postgres;
  readonly stop: () => Promise<void>;
};

/** A sound schema; one environment serves all backends without features that need more. */
const PLAIN = {
  project_name: 'plain',
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

/** Starts one Python process and one PostgreSQL server. */
export async function startBench(): Promise<Bench> {
  const templates = await templateFolder(resolve(import.meta.dirname, '../../templates'));
  const files = renderAnyway(JSON.stringify(PLAIN), templates);
  const textOfFile = (path: string): string => files.find((it) => it.path === path)?.text ?? '';
  const venv = await ensureVenv(textOfFile('constraints.txt'), textOfFile('pyproject.toml'));
  const postgres = await startPostgres();
  const worker = startPythonWorker(venv);
  const stop = async () => {
    await worker.stop();
    await postgres.stop();
  };
  return { templates, worker, postgres, stop };
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
    const { code, output } = await bench.worker.run({ folder, env: {}, commands: [command] });
    const steps = [...output.matchAll(/^step: (.*)$/gm)].map((found) => found[1]);
    return { step: code === 0 ? undefined : steps.at(-1), output };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Where a project runs: on its own database, and on SQLite. */
async function databases(dialect: Dialect, folder: string, { postgres }: Bench): Promise<readonly string[]> {
  const sqlite = `sqlite:///${resolve(folder, 'broken_test.db')}`;
  if (dialect === 'sqlite') return [sqlite];
  await postgres.dropDatabase('broken_test');
  return [await postgres.createDatabase('broken_test'), sqlite];
}
