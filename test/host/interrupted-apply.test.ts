import { describe, expect, it } from 'vitest';
import { nodeDisk } from '../../src/host/disk.ts';
import { JOURNAL_FILES } from '../../src/host/journal.ts';
import { projectFolder } from '../../src/host/project-folder.ts';
import { recoveryText } from '../../src/host/recovery-text.ts';
import type { Dying } from '../support/dying-disk.ts';
import { run } from '../support/process.ts';
import { readTree, temporaryFolder, writeTree } from '../support/tree.ts';
import { NEW, OLD, PLAN, write } from '../support/write-plans.ts';

describe('a process that was ended while it applied', () => {
  const dying = new URL('../support/dying-disk.ts', import.meta.url).pathname;

  it('says what it took back, and can still undo the apply before', async () => {
    const root = await temporaryFolder();
    await writeTree(root, OLD);
    await projectFolder(root).apply({ writes: PLAN });
    const next = [write('app/main.py', 'newest main\n', 'new main\n')];
    // The turn, what was left there, the journal and the file.
    const end: Dying = { root, act: 'apply', writes: next, point: 8, when: 'after' };
    const { code } = await run(process.execPath, [dying, JSON.stringify(end)]);
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
});
