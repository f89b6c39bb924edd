import { join } from 'node:path';
import { failure, type Result, success } from '../../core/index.ts';
import { type Facts, interpreterIn } from './environment.ts';
import type { Command } from './process.ts';
import { OLDEST_PYTHON, type Python } from './python.ts';

/** What must be done to have a project's environment ready. */
export type EnvironmentPlan = {
  /** Absolute path of the environment. */
  readonly folder: string;
  /** Absolute path of its interpreter. */
  readonly python: string;
  /** Whether a folder is there that must go first. */
  readonly replaces: boolean;
  /** Makes the environment; undefined when it is there. */
  readonly make: Command | undefined;
  /** Installs what the project needs; empty when that was done. */
  readonly install: readonly Command[];
};

/** Why no environment can be had. */
export type EnvironmentProblem =
  | { readonly kind: 'no-python'; readonly found: Python | undefined }
  /** Python is there, its module `venv` is not. */
  | { readonly kind: 'no-venv'; readonly python: Python }
  /** The environment in `folder` has no working Python, or one that is too old. */
  | { readonly kind: 'unusable-environment'; readonly folder: string; readonly found: Python | undefined };

/** Decides from the facts alone. With `renew` an environment that cannot be used is made again. */
export function planEnvironment(facts: Facts, renew: boolean): Result<EnvironmentPlan, EnvironmentProblem> {
  const { environment, project } = facts;
  if (environment?.python?.recent === true) {
    const { folder, python, installed } = environment;
    const done = installed === facts.dependencies;
    const install = done ? [] : installCommands(facts, { folder, hasPip: python.hasPip });
    return success({ folder, python: interpreterIn(folder), replaces: false, make: undefined, install });
  }
  if (environment !== undefined && !renew) {
    const { folder, python } = environment;
    return failure({ kind: 'unusable-environment', folder, found: python });
  }
  return planNew(facts, environment?.folder ?? join(project, '.venv'));
}

function planNew(facts: Facts, folder: string): Result<EnvironmentPlan, EnvironmentProblem> {
  const { project, python, uv } = facts;
  const plan = (command: Omit<Command, 'cwd'>, hasPip: boolean): EnvironmentPlan => ({
    folder,
    python: interpreterIn(folder),
    replaces: facts.environment !== undefined,
    make: { ...command, cwd: project },
    install: installCommands(facts, { folder, hasPip }),
  });
  if (uv !== undefined) {
    // uv downloads a Python when the machine has none that is recent enough.
    const wanted = python?.recent === true ? python.path : `>=${OLDEST_PYTHON.join('.')}`;
    return success(plan({ program: 'uv', args: ['venv', '--python', wanted, folder] }, false));
  }
  if (python?.recent !== true) return failure({ kind: 'no-python', found: python });
  if (!python.makesEnvironments) return failure({ kind: 'no-venv', python });
  return success(plan({ program: python.path, args: ['-m', 'venv', folder] }, true));
}

type Target = { readonly folder: string; readonly hasPip: boolean };

function installCommands(
  { project, uv, hasConstraints }: Facts,
  { folder, hasPip }: Target,
): readonly Command[] {
  const python = interpreterIn(folder);
  const pinned = hasConstraints ? ['-c', 'constraints.txt'] : [];
  const what = ['-e', '.[dev]', ...pinned];
  if (uv !== undefined)
    return [{ program: 'uv', args: ['pip', 'install', '--python', python, ...what], cwd: project }];
  const install: Command = { program: python, args: ['-m', 'pip', 'install', ...what], cwd: project };
  const bringPip: Command = { program: python, args: ['-m', 'ensurepip', '--upgrade'], cwd: project };
  return hasPip ? [install] : [bringPip, install];
}
