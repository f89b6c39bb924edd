import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FileWrite, projectPath } from '../../src/core/index.ts';
import { JOURNAL_FILES } from '../../src/host/journal.ts';
import { projectFolder } from '../../src/host/project-folder.ts';
import { readTree, temporaryFolder, writeTree } from '../support/tree.ts';

const write = (path: string, text: string): FileWrite => ({
  path: projectPath(path),
  text,
  expected: undefined,
});

describe('a folder that came from a stranger', () => {
  for (const folder of ['.backbone', '.backbone/base', '.backbone/journal']) {
    it(`refuses to read, write or undo through ${folder} when it is a link that leads out`, async () => {
      const root = await temporaryFolder();
      const outside = await temporaryFolder();
      await mkdir(dirname(join(root, folder)), { recursive: true });
      await symlink(outside, join(root, folder));
      const path = projectPath('main.py');
      const writes = [write('main.py', 'new\n'), write('.backbone/base/main.py', 'new\n')];
      const refused = { ok: false, error: { kind: 'outside' } };
      expect(await projectFolder(root).read([path])).toMatchObject(refused);
      expect(await projectFolder(root).apply({ writes })).toMatchObject(refused);
      expect(await readdir(outside)).toEqual([]);
    });
  }

  const entry = (path: string) => ({ path, before: 'planted\n', after: null });
  const planted = (journal: 'unfinished' | 'last', path: string) => ({
    [JOURNAL_FILES[journal]]: JSON.stringify({ entries: [entry(path)] }),
  });

  it('puts nothing back through a link that leads out, whatever a journal says', async () => {
    for (const journal of ['unfinished', 'last'] as const) {
      const root = await temporaryFolder();
      const outside = await temporaryFolder();
      await writeTree(root, planted(journal, 'link/planted.py'));
      await symlink(outside, join(root, 'link'));
      expect(await projectFolder(root).undo()).toEqual({
        ok: false,
        error: { kind: 'outside', path: 'link' },
      });
      expect(await readdir(outside)).toEqual([]);
    }
  });

  it('puts nothing back into what belongs to git, whatever a journal says', async () => {
    const root = await temporaryFolder();
    await writeTree(root, planted('unfinished', '.git/hooks/post-checkout'));
    await projectFolder(root).read([]);
    expect(await readTree(root)).toEqual({});
  });

  it('never writes through a link that lies where a file is written first', async () => {
    const root = await temporaryFolder();
    const victim = join(await temporaryFolder(), 'victim');
    await writeFile(victim, 'mine\n');
    await symlink(victim, join(root, 'main.py.backbone-tmp'));
    await projectFolder(root).apply({ writes: [write('main.py', 'new\n')] });
    expect(await readFile(victim, 'utf8')).toBe('mine\n');
    expect(await readTree(root)).toEqual({ 'main.py': 'new\n' });
  });
});
