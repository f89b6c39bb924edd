import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeDisk } from '../../src/host/disk.ts';
import { JOURNAL_FILES } from '../../src/host/journal.ts';
import { projectFolder } from '../../src/host/project-folder.ts';
import { recoveryText } from '../../src/host/recovery-text.ts';
import { run } from '../support/process.ts';
import { readTree, temporaryFolder, writeTree } from '../support/tree.ts';
import { NEW, OLD, PLAN, write } from '../support/write-plans.ts';

describe('a process that is ended while it applies', () => {
  const dying = new URL('../support/dying-apply.ts', import.meta.url).pathname;

  for (const when of ['before', 'after']) {
    it(`leaves the old tree or the new one after recovery, ended ${when} any operation`, async () => {
      const seen = new Set<string>();
      for (let point = 1; ; point += 1) {
        const root = await temporaryFolder();
        await writeTree(root, OLD);
        const { code } = await run(process.execPath, [
          dying,
          root,
          JSON.stringify(PLAN),
          String(point),
          when,
        ]);
        await projectFolder(root).read([]);
        const tree = await readTree(root);
        expect([OLD, NEW], `ended ${when} operation ${point}`).toContainEqual(tree);
        seen.add(JSON.stringify(tree));
        if (code === 0) break;
        expect(code).toBe(9);
      }
      expect(seen).toEqual(
        new Set([JSON.stringify(OLD), JSON.stringify(NEW)].sort().map((it) => sortedJson(it))),
      );
    });
  }

  it('says what it took back, and can still undo the apply before', async () => {
    const root = await temporaryFolder();
    await writeTree(root, OLD);
    await projectFolder(root).apply({ writes: PLAN });
    const next = [{ path: 'app/main.py', text: 'newest main\n', expected: 'new main\n' }];
    const { code } = await run(process.execPath, [dying, root, JSON.stringify(next), '2', 'after']);
    expect(code).toBe(9);
    expect(await readTree(root)).toEqual({ ...NEW, 'app/main.py': 'newest main\n' });
    const told: string[] = [];
    const folder = projectFolder(root, nodeDisk, (it) => told.push(recoveryText(it)));
    await folder.read([]);
    expect(await readTree(root)).toEqual(NEW);
    await folder.undo();
    expect(await readTree(root)).toEqual(OLD);
    expect(told).toEqual([
      `an earlier run that wrote into "${root}" was interrupted; its changes are taken back (1 file)`,
    ]);
  });

  it('names the files that it left alone', async () => {
    const root = await temporaryFolder();
    const entries = [{ path: 'app/main.py', before: 'old main\n', after: 'a hash' }];
    await writeTree(root, {
      ...OLD,
      'app/main.py': 'mine\n',
      [JOURNAL_FILES.unfinished]: JSON.stringify({ entries }),
    });
    const told: string[] = [];
    await projectFolder(root, nodeDisk, (it) => told.push(recoveryText(it))).read([]);
    expect(told).toEqual([expect.stringMatching(/left alone, because changed since: app\/main\.py$/)]);
    expect(await readTree(root)).toEqual({ ...OLD, 'app/main.py': 'mine\n' });
  });

  it('leaves no half-written file, ended before that is renamed', async () => {
    const root = await temporaryFolder();
    await writeTree(root, {
      ...OLD,
      'app/main.py.backbone-tmp': 'new ma',
      [JOURNAL_FILES.unfinished]: JSON.stringify({
        entries: [{ path: 'app/main.py', before: 'old main\n', after: 'a hash' }],
      }),
    });
    await projectFolder(root).read([]);
    expect(await readTree(root)).toEqual(OLD);
  });

  it('leaves nothing or everything of a new folder', async () => {
    const plan = [write('app/main.py', 'main\n'), write('README.md', 'read me\n')];
    for (let point = 1; point < 10; point += 1) {
      const parent = await temporaryFolder();
      const root = join(parent, 'shop');
      const { code } = await run(process.execPath, [
        dying,
        root,
        JSON.stringify(plan),
        String(point),
        'before',
      ]);
      await projectFolder(root).read([]);
      const left = await readdir(parent);
      if (code === 0) {
        expect(await readTree(root)).toEqual({ 'README.md': 'read me\n', 'app/main.py': 'main\n' });
        return;
      }
      expect(left).toEqual([]);
    }
    throw new Error('the apply never came to its end');
  });
});

const sortedJson = (text: string): string =>
  JSON.stringify(
    Object.fromEntries(Object.entries(JSON.parse(text) as object).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
