import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { platform } from 'node:process';
import { ask } from './process.ts';
import { findPython, type Python, probePython, pythonNames } from './python.ts';

/** The virtual environment of a generated project. */
export type Environment = {
  /** Absolute path. */
  readonly folder: string;
  /** Its interpreter; undefined when that does not work, as after its base was uninstalled. */
  readonly python: Python | undefined;
  /** What was last installed into it by us, as `dependenciesOf` says it. */
  readonly installed: string | undefined;
};

/** Everything that decides what must be done before a generated project can run. */
export type Facts = {
  /** Absolute path of the generated project. */
  readonly project: string;
  readonly environment: Environment | undefined;
  /** The Python that an environment would be made with. */
  readonly python: Python | undefined;
  /** The version of `uv`, when it is installed. */
  readonly uv: string | undefined;
  readonly dependencies: string;
  readonly hasConstraints: boolean;
};

/** Looks at a project and the machine; `preferred` is the interpreter that the person chose, if any. */
export async function lookAround(project: string, preferred: string | undefined): Promise<Facts> {
  const [environment, python, uv, dependencies] = await Promise.all([
    findEnvironment(project, preferred),
    findPython(pythonNames(platform, preferred)),
    findUv(),
    dependenciesOf(project),
  ]);
  const hasConstraints = existsSync(join(project, CONSTRAINTS));
  return { project, environment, python, uv, dependencies, hasConstraints };
}

/** The version of `uv`; undefined when it is not installed. */
export async function findUv(): Promise<string | undefined> {
  return /^uv (\S+)/.exec((await ask('uv', ['--version'])) ?? '')?.[1];
}

/** The environment in a project's folder: the one that the person chose there, else `.venv`, else `venv`. */
export async function findEnvironment(project: string, preferred?: string): Promise<Environment | undefined> {
  const chosen = preferred === undefined ? undefined : resolve(preferred, '../..');
  const inside = chosen !== undefined && isBelow(project, chosen) ? [chosen] : [];
  const folders = [...inside, join(project, '.venv'), join(project, 'venv')];
  const folder = folders.find((it) => existsSync(join(it, 'pyvenv.cfg')));
  if (folder === undefined) return undefined;
  const python = await probePython([interpreterIn(folder)]);
  return { folder, python, installed: await readIfThere(stampOf(folder)) };
}

/** The interpreter of an environment. */
export const interpreterIn = (folder: string): string =>
  platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');

/** Stands for what a project needs installed and where it lies; another value means to install again. */
export async function dependenciesOf(project: string): Promise<string> {
  const lists = await Promise.all(
    ['pyproject.toml', CONSTRAINTS].map((name) => readIfThere(join(project, name))),
  );
  const text = JSON.stringify([project, ...lists.map((it) => it ?? '')]);
  return createHash('sha256').update(text).digest('hex');
}

/** Remembers in an environment what is installed there; undefined while that is about to change. */
export async function rememberInstalled(folder: string, dependencies: string | undefined): Promise<void> {
  if (dependencies === undefined) await rm(stampOf(folder), { force: true });
  else await writeFile(stampOf(folder), dependencies);
}

const CONSTRAINTS = 'constraints.txt';

const stampOf = (folder: string): string => join(folder, 'backbone-installed.txt');

function isBelow(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside !== '' && !inside.startsWith('..') && !isAbsolute(inside);
}

const readIfThere = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch(() => undefined);
