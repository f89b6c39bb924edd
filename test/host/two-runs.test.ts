import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FileWrite, projectPath } from '../../src/core/index.ts';
import { hashOf, JOURNAL_FILES } from '../../src/host/journal.ts';
import { projectFolder } from '../../src/host/project-folder.ts';
import { readTree, temporaryFolder, writeTree } from '../support/tree.ts';

const write = (path: string, text: string): FileWrite => ({
  path: projectPath(path),
  text,
  expected: undefined,
});

const writes = Array.from({ length: 100 }, (_, n) => write(`app/f${n}.py`, 'x\n'));

describe('two runs at a time', () => {
  const applying = JSON.stringify({
    entries: [{ path: 'notes.txt', before: 'older\n', after: hashOf('mine\n') }],
  });
  const heldBy = (pid: number | undefined) => ({
    'notes.txt': 'mine\n',
    '.backbone/journal/turn': `${pid}\n`,
    [JOURNAL_FILES.unfinished]: applying,
  });

  it('only one of them writes, and neither rolls the other back', async () => {
    const root = await temporaryFolder();
    await writeTree(root, heldBy(process.ppid));
    const folder = projectFolder(root);
    const busy = { ok: false, error: { kind: 'busy', process: process.ppid } };
    expect(await folder.apply({ writes })).toMatchObject(busy);
    expect(await folder.undo()).toMatchObject(busy);
    expect(await folder.read([])).toMatchObject(busy);
    expect(await readTree(root)).toEqual({ 'notes.txt': 'mine\n' });
  });

  it('the turn of a process that was ended is taken over', async () => {
    const root = await temporaryFolder();
    await writeTree(root, heldBy(spawnSync('true').pid));
    expect(await projectFolder(root).apply({ writes })).toMatchObject({ ok: true });
    expect(await readTree(root)).toMatchObject({ 'app/f0.py': 'x\n', 'notes.txt': 'older\n' });
  });

  it('a new folder is made whole by one of them', async () => {
    for (let i = 0; i < 10; i += 1) {
      const parent = await temporaryFolder();
      const root = join(parent, 'shop');
      const runs = [projectFolder(root), projectFolder(root)].map((it) => it.apply({ writes }));
      const results = await Promise.all(runs);
      expect(results.filter((it) => it.ok)).toHaveLength(1);
      expect(Object.keys(await readTree(root))).toHaveLength(100);
      expect(await readdir(parent)).toEqual(['shop']);
    }
  });
});
