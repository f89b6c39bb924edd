import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a process used: seconds on the wall and of CPU, megabytes at most. */
export type Usage = { readonly wall: number; readonly cpu: number; readonly memory: number };

/** Something measured, as one line of the report, and what is wrong when it is over its limit. */
export type Finding = { readonly text: string; readonly over?: string };

// Node tells at its end what it used; all threads are counted.
const REPORT =
  "import{writeFileSync as w}from'node:fs';process.on('exit',()=>{const u=process.resourceUsage();" +
  'w(process.env.BENCH_REPORT,JSON.stringify({cpu:(u.userCPUTime+u.systemCPUTime)/1e6,memory:u.maxRSS/1024}))})';

/** Runs Node with some arguments; throws when it does not end well. */
export function measureNode(args: readonly string[]): Usage {
  const report = join(tmpdir(), `backbone-bench-${process.pid}.json`);
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${REPORT}`, ...args],
    { env: { ...process.env, BENCH_REPORT: report }, encoding: 'utf8' },
  );
  const wall = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return { wall, ...(JSON.parse(readFileSync(report, 'utf8')) as Omit<Usage, 'wall'>) };
}

/** The least time and the most memory of some runs. */
export function best(runs: number, work: () => Usage): Usage {
  const all = Array.from({ length: runs }, work);
  const least = (key: keyof Usage): number => Math.min(...all.map((it) => it[key]));
  return { wall: least('wall'), cpu: least('cpu'), memory: Math.max(...all.map((it) => it.memory)) };
}

/** Milliseconds of CPU that one call takes once the code is warm. */
export function warmMilliseconds(work: () => unknown): number {
  for (let i = 0; i < 20; i += 1) work();
  const before = process.cpuUsage();
  for (let i = 0; i < 20; i += 1) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / 20;
}

/** A line of the report about a process. */
export const usageLine = (name: string, it: Usage): string =>
  `${name.padEnd(34)} ${it.wall.toFixed(2).padStart(6)} s wall ${it.cpu.toFixed(2).padStart(6)} s CPU ${it.memory.toFixed(0).padStart(5)} MB`;
