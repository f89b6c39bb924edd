import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { validateText } from '../src/core/index.ts';
import { schemaShape } from '../src/core/schema/shape.ts';
import { schemaOf } from './bench/schema-of.ts';

/** Limits of a cold process that generates 100 tables: CPU seconds and megabytes. */
const LIMIT = { cpu: 3, memory: 250 };
const RUNS = 5;

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'backbone-bench-'));

type Usage = { readonly wall: number; readonly cpu: number; readonly memory: number };

// Node tells at its end what it used; all threads are counted.
const REPORT =
  "import{writeFileSync as w}from'node:fs';process.on('exit',()=>{const u=process.resourceUsage();" +
  'w(process.env.BENCH_REPORT,JSON.stringify({cpu:(u.userCPUTime+u.systemCPUTime)/1e6,memory:u.maxRSS/1024}))})';

function measure(args: readonly string[]): Usage {
  const report = join(folder, 'report.json');
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${REPORT}`, ...args],
    {
      env: { ...process.env, BENCH_REPORT: report },
      encoding: 'utf8',
    },
  );
  const wall = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return { wall, ...(JSON.parse(readFileSync(report, 'utf8')) as Omit<Usage, 'wall'>) };
}

function best(work: () => Usage): Usage {
  const runs = Array.from({ length: RUNS }, work);
  const least = (key: keyof Usage): number => Math.min(...runs.map((it) => it[key]));
  return { wall: least('wall'), cpu: least('cpu'), memory: Math.max(...runs.map((it) => it.memory)) };
}

function generate(tables: number): Usage {
  const schema = join(folder, `${tables}.backbone.json`);
  writeFileSync(schema, schemaOf(tables));
  const out = join(folder, 'out');
  return best(() => {
    rmSync(out, { recursive: true, force: true });
    return measure(['dist/cli.js', 'generate', schema, '--out', out, '--format', 'json']);
  });
}

/** Milliseconds of CPU that one call takes once the code is warm. */
function warm(work: () => unknown): number {
  for (let i = 0; i < 20; i += 1) work();
  const before = process.cpuUsage();
  for (let i = 0; i < 20; i += 1) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / 20;
}

const line = (name: string, it: Usage): string =>
  `${name.padEnd(34)} ${it.wall.toFixed(2).padStart(6)} s wall ${it.cpu.toFixed(2).padStart(6)} s CPU ${it.memory.toFixed(0).padStart(5)} MB`;

const floor = best(() => measure(['-e', '0']));
const ten = generate(10);
const hundred = generate(100);
console.log(line('node, doing nothing', floor));
console.log(line('generate 10 tables, cold', ten));
console.log(line('generate 100 tables, cold', hundred));
console.log(`100 tables cost ${(hundred.cpu / ten.cpu).toFixed(1)} times the CPU of 10`);

const text = schemaOf(200);
const ours = warm(() => validateText(text));
const peer = warm(() => schemaShape.safeParse(JSON.parse(text)));
console.log(`validate 200 tables, warm: ${ours.toFixed(1)} ms CPU with all rules and ranges`);
console.log(
  `${(ours / peer).toFixed(1)} times what JSON.parse and zod take for the shape alone (${peer.toFixed(1)} ms)`,
);
rmSync(folder, { recursive: true, force: true });

if (hundred.cpu > LIMIT.cpu || hundred.memory > LIMIT.memory) {
  console.error(`over the limit of ${LIMIT.cpu} CPU-s and ${LIMIT.memory} MB for 100 tables`);
  process.exitCode = 1;
}
