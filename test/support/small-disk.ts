import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustRun, run } from './process.ts';

/** Whether a disk of its own can be mounted here; otherwise it is said that a full disk is only made up. */
export async function canMount(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'backbone-mount-'));
  const { code } = await run('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]);
  if (code === 0) await mustRun('umount', [folder]);
  else
    process.stderr.write('mounting is not permitted here: a full disk is tested by made-up ENOSPC alone\n');
  await rm(folder, { recursive: true, force: true });
  return code === 0;
}

/** A disk of so many kilobytes, in memory, for as long as the work takes. */
export async function onSmallDisk(kilobytes: number, work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'backbone-disk-'));
  await mustRun('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder]);
  try {
    await work(folder);
  } finally {
    await mustRun('umount', [folder]);
    await rm(folder, { recursive: true, force: true });
  }
}
