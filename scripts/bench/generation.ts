import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { best, type Finding, measureNode, type Usage, usageLine } from './measure.ts';
import { schemaOf } from './schema-of.ts';

/** Limits of a cold process that generates 100 tables: CPU seconds and megabytes. */
const LIMIT = { cpu: 3, memory: 250 };

/** How much more a table may cost among 1,000 than among 100, start-up left out. */
const GROWTH = 1.25;

/** What a cold command line uses for 10, 100 and 1,000 tables, everything written to the disk. */
export function generation(): readonly Finding[] {
  const folder = mkdtempSync(join(tmpdir(), 'backbone-bench-'));
  const ten = generate(folder, 10, 5);
  const hundred = generate(folder, 100, 5);
  const thousand = generate(folder, 1000, 2);
  rmSync(folder, { recursive: true, force: true });
  const growth = (thousand.cpu - hundred.cpu) / 900 / ((hundred.cpu - ten.cpu) / 90);
  const heavy = hundred.cpu > LIMIT.cpu || hundred.memory > LIMIT.memory;
  return [
    {
      text: usageLine(
        'node, doing nothing',
        best(5, () => measureNode(['-e', '0'])),
      ),
    },
    { text: usageLine('generate 10 tables, cold', ten) },
    {
      text: usageLine('generate 100 tables, cold', hundred),
      ...(heavy && { over: `the limit is ${LIMIT.cpu} CPU-s and ${LIMIT.memory} MB` }),
    },
    { text: usageLine('generate 1,000 tables, cold', thousand) },
    {
      text: `one more table costs ${growth.toFixed(2)} times among 1,000 what it costs among 100`,
      ...(growth > GROWTH && { over: `the limit is ${GROWTH}: the cost does not grow with the size alone` }),
    },
  ];
}

function generate(folder: string, tables: number, runs: number): Usage {
  const schema = join(folder, `${tables}.backbone.json`);
  writeFileSync(schema, schemaOf(tables));
  const out = join(folder, 'out');
  return best(runs, () => {
    rmSync(out, { recursive: true, force: true });
    return measureNode(['dist/cli.js', 'generate', schema, '--out', out, '--format', 'json']);
  });
}
