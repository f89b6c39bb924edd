import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { mustRun, run } from './process.ts';

/** A virtual environment that holds a generated project's dependencies, but not the project. */
export type Venv = { readonly python: string; readonly bin: string };

const cache = resolve(import.meta.dirname, '../../.cache');
const oldest = [3, 11] as const;

/**
 * Finds or makes the environment for a project's dependency lists. Projects with the same lists share one;
 * tests run inside the project's folder, which pytest and Alembic import from.
 */
export async function ensureVenv(constraintsText: string, pyprojectText: string): Promise<Venv> {
  const python = await findPython();
  const requirements = await readRequirements(python, pyprojectText);
  const key = createHash('sha256')
    .update(JSON.stringify([await versionOf(python), requirements, constraintsText]))
    .digest('hex')
    .slice(0, 16);
  const home = join(cache, `venv-${key}`);
  if (!existsSync(home)) await makeVenv(python, home, { requirements, constraintsText });
  return { python: join(home, 'bin/python'), bin: join(home, 'bin') };
}

/** Puts the environment first for a command, as an activated shell would. */
export function venvEnvironment(venv: Venv): Record<string, string> {
  return {
    PATH: `${venv.bin}:${process.env.PATH ?? ''}`,
    VIRTUAL_ENV: resolve(venv.bin, '..'),
    PYTHONDONTWRITEBYTECODE: '1',
  };
}

type Lists = { readonly requirements: readonly string[]; readonly constraintsText: string };

// Scripts in an environment name its path, so it is built in a folder that stays and linked once it is complete;
// two test files that need the same one cannot disturb each other.
async function makeVenv(python: string, home: string, lists: Lists): Promise<void> {
  console.error('Installing the dependencies of the generated projects into .cache …');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(`${home}-`);
  try {
    await mustRun(python, ['-m', 'venv', folder]);
    await writeFile(join(folder, 'requirements.txt'), lists.requirements.join('\n'));
    await writeFile(join(folder, 'constraints.txt'), lists.constraintsText);
    const pip = ['-m', 'pip', 'install', '--quiet', '-r', 'requirements.txt', '-c', 'constraints.txt'];
    await mustRun(join(folder, 'bin/python'), pip, { cwd: folder });
    await symlink(folder, home);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
}

async function readRequirements(python: string, pyprojectText: string): Promise<readonly string[]> {
  const printed = await mustRun(python, ['-c', readLists], { input: pyprojectText });
  return JSON.parse(printed);
}

// An extra such as "name[postgresql]" names the project itself, so it is replaced by that extra's own list.
const readLists = `
import json, re, sys, tomllib
data = tomllib.loads(sys.stdin.read())
project = data["project"]
own = re.sub(r"[-_.]+", "-", project["name"]).lower()
lists = [project.get("dependencies", []), *project.get("optional-dependencies", {}).values(),
         *data.get("dependency-groups", {}).values(), data.get("build-system", {}).get("requires", [])]
name = lambda text: re.sub(r"[-_.]+", "-", re.split(r"[\\[<>=!~; ]", text, maxsplit=1)[0]).lower()
print(json.dumps(sorted({item for items in lists for item in items if isinstance(item, str) and name(item) != own})))
`;

async function findPython(): Promise<string> {
  for (const candidate of ['python3', 'python3.13', 'python3.12', 'python3.11', 'python']) {
    const [major = 0, minor = 0] = (await versionOf(candidate)).split('.').map(Number);
    if (major === oldest[0] && minor >= oldest[1]) return candidate;
  }
  throw new Error(
    'Python 3.11 or newer is needed to test generated backends; on Debian run: apt-get install python3 python3-venv',
  );
}

async function versionOf(python: string): Promise<string> {
  const { code, stdout } = await run(python, ['-c', 'import sys; print(*sys.version_info[:3], sep=".")']);
  return code === 0 ? stdout.trim() : '';
}
