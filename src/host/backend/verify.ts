import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PrepareFailure, prepareEnvironment } from './prepare-environment.ts';
import { readTestReport, reportOptions, type TestReport } from './test-report.ts';
import { runCommand, type ToolRun } from './tool.ts';

/** How the check of a generated project ended. */
export type VerifyOutcome =
  | { readonly kind: 'tested'; readonly report: TestReport }
  | PrepareFailure
  /** pytest ended before it reported; `lastLines` is the end of what it printed. */
  | { readonly kind: 'tests-broken'; readonly lastLines: readonly string[] };

/** Prepares a project's environment and runs its tests. */
export async function verifyBackend(run: ToolRun): Promise<VerifyOutcome> {
  const prepared = await prepareEnvironment(run);
  if (!prepared.ok) return prepared.error;
  const folder = await mkdtemp(join(tmpdir(), 'backbone-tests-'));
  try {
    return await test(run, prepared.value, join(folder, 'report.xml'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function test(run: ToolRun, python: string, file: string): Promise<VerifyOutcome> {
  run.onStep('tests', 'running', 'running');
  const args = ['-m', 'pytest', '--color=yes', ...reportOptions(file)];
  const { lastLines } = await runCommand(run, { program: python, args, cwd: run.project });
  if (run.signal.aborted) return { kind: 'cancelled' };
  const report = await readTestReport(python, file);
  return report === undefined || report.tests === 0
    ? { kind: 'tests-broken', lastLines }
    : { kind: 'tested', report };
}
