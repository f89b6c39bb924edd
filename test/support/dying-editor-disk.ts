import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { env } from 'node:process';
import { besideOf, type Disk, nodeDisk as realDisk } from '../../src/host/disk.ts';

export * from '../../src/host/disk.ts';

/** Where the process ends, as the file says that `BACKBONE_DIE` names; each file is good for one death. */
export type DeathPoint = 'journal half written' | 'third file renamed' | 'all files written' | 'apply ended';

const isUnfinishedJournal = (path: string): boolean => path.endsWith('unfinished-apply.json');

let replaced = 0;

// One after the other, so that at the third file the others are still as they were.
let last: Promise<void> = Promise.resolve();

/** The real disk, which ends the process as `kill -9` would. */
export const nodeDisk: Disk = {
  async replace(path, text) {
    if (isUnfinishedJournal(path)) {
      replaced = 0;
      if (isDue('journal half written')) {
        writeFileSync(besideOf(path), text.slice(0, text.length / 2));
        die();
      }
    }
    last = last.then(() => realDisk.replace(path, text));
    await last;
    if (!path.includes('/.backbone/')) replaced += 1;
    if (replaced === 3 && isDue('third file renamed')) die();
  },
  remove: realDisk.remove,
  async move(from, to) {
    if (isUnfinishedJournal(from) && isDue('all files written')) die();
    await realDisk.move(from, to);
    if (isUnfinishedJournal(from) && isDue('apply ended')) die();
  },
};

const order = (): string => env.BACKBONE_DIE ?? '';

const isDue = (point: DeathPoint): boolean => existsSync(order()) && readFileSync(order(), 'utf8') === point;

function die(): void {
  rmSync(order());
  process.kill(process.pid, 'SIGKILL');
}
