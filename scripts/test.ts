import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One part of the whole: a command that passes or fails, or a suite that counts its own tests. */
type Step = { readonly name: string; readonly command: readonly string[]; readonly report?: string };

const suite = (name: string): Step => ({
  name: `tests: ${name}`,
  command: [
    'vitest',
    'run',
    '--project',
    name,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=.cache/${name}.json`,
  ],
  report: `.cache/${name}.json`,
});

const STEPS: readonly Step[] = [
  { name: 'build', command: ['node', 'esbuild.mjs', '--tests'] },
  { name: 'format and lint', command: ['biome', 'check', '--error-on-warnings'] },
  { name: 'types', command: ['tsc'] },
  { name: 'types of the panel', command: ['tsc', '--project', 'src/webview/tsconfig.json'] },
  { name: 'nothing unused', command: ['knip'] },
  suite('unit'),
  suite('generated'),
  suite('vscode'),
];

type Count = { readonly passed: number; readonly failed: number };

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
mkdirSync('.cache', { recursive: true });
const counts = STEPS.map(runStep);
const passed = counts.reduce((sum, it) => sum + it.passed, 0);
const failed = counts.reduce((sum, it) => sum + it.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function runStep({ name, command: [program = '', ...args], report }: Step): Count {
  console.log(`\n== ${name}`);
  const started = performance.now();
  const { status } = spawnSync(program, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  console.log(
    `== ${name}: ${status === 0 ? 'ok' : `failed (${status})`}, ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
  if (report === undefined) return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const count = readCount(report);
  // A suite may fail without a failed test, such as when a file of it cannot be loaded or no test is found.
  return status === 0 && count.passed > 0 ? count : { ...count, failed: Math.max(1, count.failed) };
}

function readCount(report: string): Count {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
