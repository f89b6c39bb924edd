import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { failure, type Result, success } from '../../core/index.ts';
import { lookAround, rememberInstalled } from './environment.ts';
import { type EnvironmentPlan, type EnvironmentProblem, planEnvironment } from './plan-environment.ts';
import type { Command } from './process.ts';
import { runCommand, type ToolRun } from './tool.ts';

/** Why a project's environment is not ready. */
export type PrepareFailure =
  | EnvironmentProblem
  | { readonly kind: 'cancelled' }
  /** A program failed; `lastLines` is the end of what it printed. */
  | { readonly kind: 'make-failed' | 'install-failed'; readonly lastLines: readonly string[] };

/** Has a project's environment ready with everything installed; the value is the path of its interpreter. */
export async function prepareEnvironment(run: ToolRun): Promise<Result<string, PrepareFailure>> {
  run.onStep('environment', 'running', 'looking for Python');
  const facts = await lookAround(run.project, run.preferredPython);
  const planned = planEnvironment(facts, run.renewEnvironment);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const made = await make(run, plan);
  if (!made.ok) return made;
  const installed = await install(run, plan, facts.dependencies);
  return installed.ok ? success(plan.python) : installed;
}

type Step = Result<undefined, PrepareFailure>;

const DONE: Step = success(undefined);

async function make(run: ToolRun, { folder, make: command, replaces }: EnvironmentPlan): Promise<Step> {
  const name = basename(folder);
  if (command !== undefined) {
    run.onStep('environment', 'running', `making ${name}`);
    if (replaces) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    const failed = await firstFailure(run, [command]);
    if (failed !== undefined) return ended(run, 'make-failed', failed);
  }
  run.onStep('environment', 'done', command === undefined ? name : `${name} made`);
  return DONE;
}

async function install(run: ToolRun, plan: EnvironmentPlan, dependencies: string): Promise<Step> {
  if (plan.install.length > 0) {
    run.onStep('install', 'running', 'installing; the first time takes a minute');
    await rememberInstalled(plan.folder, undefined);
    const failed = await firstFailure(run, plan.install);
    if (failed !== undefined) return ended(run, 'install-failed', failed);
    await rememberInstalled(plan.folder, dependencies);
  }
  run.onStep('install', 'done', plan.install.length === 0 ? 'installed before' : 'installed');
  return DONE;
}

/** The last lines of the first command that fails. */
async function firstFailure(
  run: ToolRun,
  commands: readonly Command[],
): Promise<readonly string[] | undefined> {
  for (const command of commands) {
    const { code, lastLines } = await runCommand(run, command);
    if (code !== 0) return lastLines;
  }
  return undefined;
}

const ended = (
  { signal }: ToolRun,
  kind: 'make-failed' | 'install-failed',
  lastLines: readonly string[],
): Step => failure(signal.aborted ? { kind: 'cancelled' } : { kind, lastLines });
