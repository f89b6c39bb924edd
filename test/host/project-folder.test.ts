import { mkdir, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectPath } from '../../src/core/index.ts';
import { nodeDisk } from '../../src/host/disk.ts';
import { projectFolder } from '../../src/host/project-folder.ts';
import { readTree, temporaryFolder, writeTree } from '../support/tree.ts';
import { NEW, OLD, PLAN, write } from '../support/write-plans.ts';

describe('apply', () => {
  it('writes, deletes and undoes exactly that', async () => {
    const root = await temporaryFolder();
    await writeTree(root, OLD);
    const folder = projectFolder(root);
    expect(await folder.apply({ writes: PLAN })).toMatchObject({
      ok: true,
      value: { deleted: ['app/gone.py'] },
    });
    expect(await readTree(root)).toEqual(NEW);
    const undone = await folder.undo();
    expect(undone).toMatchObject({ ok: true, value: { skipped: [] } });
    expect(await readTree(root)).toEqual(OLD);
    expect(await folder.undo()).toEqual({ ok: true, value: undefined });
  });

  it('undo leaves a file alone that was changed since', async () => {
    const root = await temporaryFolder();
    await writeTree(root, OLD);
    const folder = projectFolder(root);
    await folder.apply({ writes: PLAN });
    await writeFile(join(root, 'app/main.py'), 'edited since\n');
    expect(await folder.undo()).toMatchObject({ ok: true, value: { skipped: ['app/main.py'] } });
    expect(await readTree(root)).toEqual({ ...OLD, 'app/main.py': 'edited since\n' });
  });

  it('refuses everything when one file is not as it was shown', async () => {
    const root = await temporaryFolder();
    await writeTree(root, { ...OLD, 'app/main.py': 'edited meanwhile\n' });
    const result = await projectFolder(root).apply({ writes: PLAN });
    expect(result).toEqual({ ok: false, error: { kind: 'changed', paths: ['app/main.py'] } });
    expect(await readTree(root)).toEqual({ ...OLD, 'app/main.py': 'edited meanwhile\n' });
  });

  it('refuses everything when the folder vanished since it was read', async () => {
    const parent = await temporaryFolder();
    const root = join(parent, 'shop');
    await writeTree(root, OLD);
    const folder = projectFolder(root);
    expect(await folder.read([])).toMatchObject({ ok: true });
    await rm(root, { recursive: true });
    expect(await folder.apply({ writes: PLAN })).toEqual({
      ok: false,
      error: { kind: 'changed', paths: ['app/main.py', 'app/gone.py'] },
    });
    expect(await readdir(parent)).toEqual([]);
  });

  it('says so when the folder vanishes while it is written, and puts back only what it deleted', async () => {
    const parent = await temporaryFolder();
    const root = join(parent, 'shop');
    await writeTree(root, OLD);
    const vanishing: typeof nodeDisk = {
      ...nodeDisk,
      async move(from, to) {
        await rm(root, { recursive: true });
        await nodeDisk.move(from, to);
      },
    };
    expect(await projectFolder(root, vanishing).apply({ writes: PLAN })).toMatchObject({
      ok: false,
      error: { kind: 'io', code: 'ENOENT' },
    });
    expect(await readTree(root)).toEqual({ 'app/gone.py': 'gone\n' });
  });

  it('keeps the line ends and byte order mark of the file that it replaces', async () => {
    const root = await temporaryFolder();
    await writeTree(root, { 'app/main.py': '\ufeffold\r\nmain\r\n' });
    await projectFolder(root).apply({ writes: [write('app/main.py', 'new\nmain\n', 'old\nmain\n')] });
    expect(await readTree(root)).toEqual({ 'app/main.py': '\ufeffnew\r\nmain\r\n' });
  });

  it('rolls back when the disk refuses in the middle', async () => {
    const root = await temporaryFolder();
    await writeTree(root, OLD);
    let writes = 0;
    const full: typeof nodeDisk = {
      ...nodeDisk,
      async replace(path, text) {
        writes += 1;
        if (writes === 3) throw Object.assign(new Error('full'), { code: 'ENOSPC', path });
        await nodeDisk.replace(path, text);
      },
    };
    const result = await projectFolder(root, full).apply({ writes: PLAN });
    expect(result).toMatchObject({ ok: false, error: { kind: 'io', code: 'ENOSPC' } });
    expect(await readTree(root)).toEqual(OLD);
  });
});

describe('a target that is there but empty', () => {
  const writes = [write('app/main.py', 'main\n'), write('README.md', 'read me\n')];
  const tree = { 'README.md': 'read me\n', 'app/main.py': 'main\n' };

  it('is written into: it stays the folder that it was', async () => {
    const root = await temporaryFolder();
    const { ino } = await stat(root);
    expect(await projectFolder(root).apply({ writes })).toMatchObject({ ok: true });
    expect(await readTree(root)).toEqual(tree);
    expect((await stat(root)).ino).toBe(ino);
  });

  it('may be named by a link, with a slash at its end, or by a dot', async () => {
    const [root, parent] = [await temporaryFolder(), await temporaryFolder()];
    await symlink(root, join(parent, 'link'));
    expect(await projectFolder(`${join(parent, 'link')}/`).apply({ writes })).toMatchObject({ ok: true });
    expect(await readTree(root)).toEqual(tree);
    expect(await readdir(parent)).toEqual(['link']);
    const asDot = relative(process.cwd(), root);
    expect(await projectFolder(`${asDot}/.`).undo()).toMatchObject({ ok: true, value: { skipped: [] } });
    expect(await readdir(root)).toEqual([]);
  });
});

it('leaves nothing beside a new folder that could not be written', async () => {
  const parent = await temporaryFolder();
  const noMove: typeof nodeDisk = {
    ...nodeDisk,
    move: (path) => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC', path })),
  };
  const root = join(parent, 'shop');
  const result = await projectFolder(root, noMove).apply({ writes: PLAN.slice(2) });
  expect(result).toEqual({ ok: false, error: { kind: 'io', code: 'ENOSPC', path: root } });
  expect(await readdir(parent)).toEqual([]);
});

describe('read', () => {
  it('tells a folder, a link and bytes that are no text from files', async () => {
    const root = await temporaryFolder();
    await mkdir(join(root, 'app/main.py'), { recursive: true });
    await writeFile(join(root, 'binary'), new Uint8Array([0xff, 0xfe, 0x00]));
    const state = await projectFolder(root).read([projectPath('app/main.py'), projectPath('binary')]);
    expect(state).toMatchObject({ ok: true });
    expect(state.ok && [...state.value.unreadable]).toEqual(['app/main.py', 'binary']);
  });

  it('refuses a folder that a link leads out of the project', async () => {
    const root = await temporaryFolder();
    await symlink(await temporaryFolder(), join(root, 'app'));
    const state = await projectFolder(root).read([projectPath('app/main.py')]);
    expect(state).toEqual({ ok: false, error: { kind: 'outside', path: 'app' } });
  });

  it('refuses a target that is a file', async () => {
    const root = join(await temporaryFolder(), 'file');
    await writeFile(root, '');
    expect(await projectFolder(root).read([])).toMatchObject({
      ok: false,
      error: { kind: 'not-a-directory' },
    });
  });

  it('knows what was generated from the bases, also when the manifest is lost', async () => {
    const root = await temporaryFolder();
    await writeTree(root, { '.backbone/base/main.py': 'old\n', 'main.py': 'old\n' });
    const state = await projectFolder(root).read([projectPath('main.py')]);
    expect(state.ok && [...state.value.base]).toEqual([['main.py', 'old\n']]);
  });

  for (const path of ['.backbone/manifest.json', '.backbone/model.lock.json', '.backbone/base/main.py']) {
    it(`says so when ${path} cannot be read`, async () => {
      const root = await temporaryFolder();
      await mkdir(join(root, path), { recursive: true });
      expect(await projectFolder(root).read([projectPath('main.py')])).toEqual({
        ok: false,
        error: { kind: 'bad-bookkeeping', path, detail: 'it is no text file' },
      });
    });
  }

  it('refuses a manifest that is not ours', async () => {
    const root = await temporaryFolder();
    await writeTree(root, { '.backbone/manifest.json': '{"version":1,"files":["../../etc/passwd"]}' });
    expect(await projectFolder(root).read([])).toMatchObject({
      ok: false,
      error: { kind: 'bad-bookkeeping' },
    });
  });
});
