import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dependenciesOf, findEnvironment, rememberInstalled } from '../../../src/host/backend/environment.ts';
import { findPython, probePython, pythonNames } from '../../../src/host/backend/python.ts';
import { mustRun } from '../../support/process.ts';
import { temporaryFolder, writeTree } from '../../support/tree.ts';

/** A program that answers a probe as an interpreter of another machine would. */
async function pretend(folder: string, name: string, answer: object): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\necho '${JSON.stringify({ path, ...answer })}'\n`);
  await chmod(path, 0o755);
  return path;
}

it('finds the Python of this machine with its version', async () => {
  const found = await findPython(pythonNames(process.platform));
  const version = await mustRun(found?.path ?? '', [
    '-c',
    'import platform; print(platform.python_version())',
  ]);
  expect(found).toMatchObject({ recent: true, makesEnvironments: true, version: version.trim() });
});

it('prefers one that can do everything to one that cannot, and anything to nothing', async () => {
  const folder = await temporaryFolder();
  const old = await pretend(folder, 'old', { version: [3, 10, 9], venv: true, pip: true });
  const bare = await pretend(folder, 'bare', { version: [3, 12, 0], venv: false, pip: false });
  const good = await pretend(folder, 'good', { version: [3, 11, 0], venv: true, pip: true });
  const first = async (...names: string[]) => (await findPython(names.map((it) => [it] as const)))?.path;
  expect(await first(old, bare, good)).toBe(good);
  expect(await first(old, bare)).toBe(bare);
  expect(await first('/nowhere/python', old)).toBe(old);
  expect(await first('/nowhere/python')).toBeUndefined();
});

it('takes nothing for Python that only looks like it', async () => {
  const folder = await temporaryFolder();
  expect(await probePython([await pretend(folder, 'odd', { version: 'three' })])).toBeUndefined();
  expect(await probePython(['false'])).toBeUndefined();
  expect(await probePython(['echo'])).toBeUndefined();
});

it('looks where each platform has it, first where the person said', () => {
  expect(pythonNames('win32').slice(0, 2)).toEqual([['py', '-3'], ['python']]);
  expect(pythonNames('linux', '/opt/mine')[0]).toEqual(['/opt/mine']);
  expect(pythonNames('darwin').flat()).toContain('/opt/homebrew/bin/python3');
});

it("finds a project's environment, the chosen one only when it lies in the project", async () => {
  const project = await temporaryFolder();
  expect(await findEnvironment(project)).toBeUndefined();
  await writeTree(project, { 'venv/pyvenv.cfg': '', '.venv/pyvenv.cfg': '', 'own/pyvenv.cfg': '' });
  await mkdir(join(project, '.venv/bin'));
  await pretend(join(project, '.venv/bin'), 'python', { version: [3, 13, 0], venv: true, pip: false });
  expect(await findEnvironment(project)).toMatchObject({
    folder: join(project, '.venv'),
    python: { version: '3.13.0', hasPip: false },
    installed: undefined,
  });
  expect(await findEnvironment(project, join(project, 'own/bin/python'))).toMatchObject({
    folder: join(project, 'own'),
    python: undefined,
  });
  expect(await findEnvironment(project, '/usr/bin/python3')).toMatchObject({
    folder: join(project, '.venv'),
  });
});

it('remembers what was installed, until a list of dependencies changes', async () => {
  const project = await temporaryFolder();
  await writeTree(project, { 'pyproject.toml': 'a', 'constraints.txt': 'b', '.venv/pyvenv.cfg': '' });
  const before = await dependenciesOf(project);
  const folder = join(project, '.venv');
  await rememberInstalled(folder, before);
  expect((await findEnvironment(project))?.installed).toBe(await dependenciesOf(project));
  await writeTree(project, { 'README.md': 'changed' });
  expect(await dependenciesOf(project)).toBe(before);
  for (const list of ['pyproject.toml', 'constraints.txt']) {
    const earlier = await dependenciesOf(project);
    await writeTree(project, { [list]: 'changed' });
    expect(await dependenciesOf(project), list).not.toBe(earlier);
  }
  await rememberInstalled(folder, undefined);
  expect((await findEnvironment(project))?.installed).toBeUndefined();
});
