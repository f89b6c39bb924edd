import { readdir, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Disk, nodeDisk } from '../../src/host/disk.ts';
import { failureText } from '../../src/host/failure-text.ts';
import { projectFolder } from '../../src/host/project-folder.ts';
import { canMount, onSmallDisk } from '../support/small-disk.ts';
import { readTree, temporaryFolder, writeTree } from '../support/tree.ts';
import { NEW, OLD, PLAN, write } from '../support/write-plans.ts';

const mountable = await canMount();

/** Files that need several blocks of a disk each, half of them there already. */
const COUNT = 24;
const pathOf = (n: number): string => `app/f${n}.py`;
const oldText = (n: number): string => `old ${n}\n`.repeat(1000);
const newText = (n: number): string => `new text ${n}\n`.repeat(2000);
const isThere = (n: number): boolean => n % 2 === 0;
const numbers = Array.from({ length: COUNT }, (_, n) => n);
const before = Object.fromEntries(numbers.filter(isThere).map((n) => [pathOf(n), oldText(n)]));
const after = Object.fromEntries(numbers.map((n) => [pathOf(n), newText(n)]).sort());
const plan = numbers.map((n) => write(pathOf(n), newText(n), isThere(n) ? oldText(n) : undefined));

const noSpace = (path: string): Promise<never> =>
  Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC', path }));

/** A disk that has room for so many texts and then, once, for no more. */
function madeUp(room: number): Disk {
  let left = room;
  const replace: Disk['replace'] = (path, text) => {
    left -= 1;
    return left === -1 ? noSpace(path) : nodeDisk.replace(path, text);
  };
  return { ...nodeDisk, replace };
}

type Work = (folder: string, disk: Disk) => Promise<void>;

/** Works in a folder with some files, on a disk that has room for about so many texts more. */
async function withRoom(room: number, files: typeof before, work: Work): Promise<void> {
  if (!mountable) {
    const folder = await temporaryFolder();
    await writeTree(folder, files);
    return work(folder, madeUp(room));
  }
  await onSmallDisk(4096, async (folder) => {
    await writeTree(folder, files);
    const { bavail } = await statfs(folder);
    const filler = new Uint8Array(Math.max(0, bavail - room * BLOCKS) * 4096);
    await writeFile(join(folder, 'filler'), filler);
    await work(folder, nodeDisk);
  });
}

/** What a new text takes, in blocks of 4 kB. */
const BLOCKS = 7;

describe('a full disk', () => {
  it('leaves a project as it was, wherever the room ends', { timeout: 300_000 }, async () => {
    const messages = new Set<string>();
    const outcomes = new Set<boolean>();
    const inShop = (files: typeof before) =>
      Object.fromEntries(Object.entries(files).map(([path, text]) => [`shop/${path}`, text]));
    for (let room = 0; room < 50; room += 1) {
      await withRoom(room, inShop(before), async (folder, disk) => {
        const root = join(folder, 'shop');
        const result = await projectFolder(root, disk).apply({ writes: plan });
        outcomes.add(result.ok);
        expect(await readTree(root), `room for ${room}`).toEqual(result.ok ? after : before);
        if (result.ok) return;
        messages.add(failureText(result.error).replace(/"[^"]*"/, '""'));
        expect(await readdir(root), `room for ${room}`).toEqual(['app']);
      });
    }
    expect(outcomes).toEqual(new Set([true, false]));
    expect(messages).toEqual(new Set(['cannot write "": the disk is full; nothing was changed']));
  });

  it('leaves nothing of a new project', async () => {
    const writes = numbers.map((n) => write(pathOf(n), newText(n)));
    for (const room of [0, 1, 2, 10, 20])
      await withRoom(room, {}, async (folder, disk) => {
        const result = await projectFolder(join(folder, 'shop'), disk).apply({ writes });
        expect(result).toMatchObject({ ok: false, error: { kind: 'io', code: 'ENOSPC' } });
        expect((await readdir(folder)).filter((it) => it !== 'filler')).toEqual([]);
      });
  });
});

describe('a disk that refuses', () => {
  const refusing = (from: number, kinds: readonly ('replace' | 'remove')[]): typeof nodeDisk => {
    let operations = 0;
    const count = (): number => (operations += 1);
    return {
      ...nodeDisk,
      replace: (path, text) =>
        count() >= from && kinds.includes('replace') ? noSpace(path) : nodeDisk.replace(path, text),
      remove: (path, root) =>
        count() >= from && kinds.includes('remove') ? noSpace(path) : nodeDisk.remove(path, root),
    };
  };

  it('also to take back what was written says so, and the next run takes it back', async () => {
    const root = await temporaryFolder();
    await writeTree(root, OLD);
    const many = [write('a.py', 'a\n'), ...PLAN];
    // The journal, one file, and then nothing any more.
    const result = await projectFolder(root, refusing(3, ['replace', 'remove'])).apply({ writes: many });
    if (result.ok) throw new Error('the disk took everything');
    expect(failureText(result.error)).toMatch(/the disk is full; some files are already written/);
    expect(await readTree(root)).not.toEqual(OLD);
    expect(await projectFolder(root).read([])).toMatchObject({ ok: true });
    expect(await readTree(root)).toEqual(OLD);
  });

  it('is no trouble once it takes everything again', async () => {
    const root = await temporaryFolder();
    await writeTree(root, OLD);
    await projectFolder(root, refusing(2, ['replace'])).apply({ writes: PLAN });
    expect(await projectFolder(root).apply({ writes: PLAN })).toMatchObject({ ok: true });
    expect(await readTree(root)).toEqual(NEW);
  });
});
