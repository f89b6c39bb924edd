import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { mustRun } from '../../test/support/process.ts';
import { ensureVenv, venvEnvironment } from '../../test/support/python.ts';
import { type Finding, measureNode } from './measure.ts';
import { schemaOf } from './schema-of.ts';

/** Limits of a generated project with 100 tables: CPU seconds to import it, and milliseconds that the last table's requests may cost more than the first one's. */
const LIMIT = { imported: 5, penalty: 0.2 };
const RUNS = 3;

type Cost = { readonly imported: number; readonly first: number; readonly last: number };

/** What 100 tables cost the generated application itself. */
export async function generatedProject(): Promise<readonly Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'backbone-bench-'));
  try {
    const costs = await costsOf(folder);
    const least = (of: (it: Cost) => number): number => Math.min(...costs.map(of));
    const imported = least((it) => it.imported);
    const first = least((it) => it.first);
    const penalty = least((it) => it.last) - first;
    return [
      {
        text: `import app.main of 100 tables: ${imported.toFixed(2)} s CPU`,
        ...(imported > LIMIT.imported && { over: `the limit is ${LIMIT.imported} s` }),
      },
      {
        text: `a request to the last of 100 tables: ${penalty.toFixed(3)} ms CPU more than to the first (${first.toFixed(3)} ms)`,
        ...(penalty > LIMIT.penalty && { over: `the limit is ${LIMIT.penalty} ms` }),
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function costsOf(folder: string): Promise<readonly Cost[]> {
  const schema = join(folder, 'hundred.backbone.json');
  const out = join(folder, 'out');
  writeFileSync(schema, schemaOf(100));
  measureNode(['dist/cli.js', 'generate', schema, '--out', out]);
  const text = (path: string): string => readFileSync(join(out, path), 'utf8');
  const venv = await ensureVenv(text('constraints.txt'), text('pyproject.toml'));
  const script = resolve(import.meta.dirname, 'generated-project.py');
  const costs: Cost[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const env = { ...venvEnvironment(venv), PYTHONPATH: out, PYTHONDONTWRITEBYTECODE: '' };
    costs.push(JSON.parse(await mustRun(venv.python, [script], { cwd: out, env })));
  }
  return costs;
}
