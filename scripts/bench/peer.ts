import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureVenv, venvEnvironment } from '../../test/support/python.ts';
import { best, type Finding, measureNode, type Usage, usageLine } from './measure.ts';
import { schemaOf } from './schema-of.ts';

const PEER = 'sqlacodegen==4.0.4';

// Prints to the last argument what the run used, as the measurement of Node does.
const RUN_PEER = `
import json, resource, sys
from sqlacodegen.cli import main
report = sys.argv.pop()
main()
used = resource.getrusage(resource.RUSAGE_SELF)
json.dump({"cpu": used.ru_utime + used.ru_stime, "memory": used.ru_maxrss / 1024}, open(report, "w"))
`;

/** What a line of Python costs us and sqlacodegen, which writes models only, from a database of the same 100 tables. */
export async function peer(): Promise<readonly Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'backbone-bench-'));
  try {
    const schema = join(folder, 'hundred.backbone.json');
    const out = join(folder, 'out');
    writeFileSync(schema, schemaOf(100));
    const ours = best(3, () => {
      rmSync(out, { recursive: true, force: true });
      return measureNode(['dist/cli.js', 'generate', schema, '--out', out]);
    });
    const theirs = await measurePeer(folder, out);
    const lines = pythonLines(out);
    const ratio = theirs.usage.cpu / theirs.lines / (ours.cpu / lines);
    return [
      { text: usageLine(`${PEER}, models of 100 tables`, theirs.usage) },
      {
        text: `a line of Python costs it ${ratio.toFixed(1)} times our CPU (${theirs.lines} lines, ours ${lines} of a whole backend)`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measurePeer(folder: string, project: string): Promise<{ usage: Usage; lines: number }> {
  const text = (path: string): string => readFileSync(join(project, path), 'utf8');
  const wanted = `${text('pyproject.toml')}\n[dependency-groups]\npeer = ["${PEER}"]\n`;
  const venv = await ensureVenv(text('constraints.txt'), wanted);
  const url = `sqlite:///${join(folder, 'bench.db')}`;
  const run = (command: readonly string[]): void => {
    const { status, stderr } = spawnSync(join(venv.bin, command[0] ?? ''), command.slice(1), {
      cwd: project,
      env: { ...process.env, ...venvEnvironment(venv), APP_DATABASE_URL: url },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${command[0]} ended with ${status}: ${stderr}`);
  };
  run(['alembic', 'upgrade', 'head']);
  const [models, report] = [join(folder, 'models.py'), join(folder, 'report.json')];
  const usage = best(3, () => {
    const started = performance.now();
    run(['python', '-c', RUN_PEER, url, '--outfile', models, report]);
    const wall = (performance.now() - started) / 1000;
    return { wall, ...(JSON.parse(readFileSync(report, 'utf8')) as Omit<Usage, 'wall'>) };
  });
  return { usage, lines: linesOf(models) };
}

const linesOf = (file: string): number => readFileSync(file, 'utf8').split('\n').length - 1;

function pythonLines(project: string): number {
  return readdirSync(project, { recursive: true, encoding: 'utf8' })
    .filter((it) => it.endsWith('.py') && !it.startsWith('.backbone'))
    .reduce((sum, it) => sum + linesOf(join(project, it)), 0);
}
