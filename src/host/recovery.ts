import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { failure, JOURNAL, type ProjectPath, type Result, success } from '../core/index.ts';
import type { ProjectFailure } from '../workflow/ports.ts';
import { besideOf, type Disk, kindOf, nodeDisk, removeEmptyParents } from './disk.ts';
import {
  JOURNAL_FILES,
  type Journal,
  type RollbackReport,
  readJournal,
  reopenJournal,
  rollBack,
} from './journal.ts';
import { checkInside } from './links.ts';
import { takeTurn } from './turn.ts';

/** What is done with a folder. */
export type Work<T> = () => Promise<Result<T, ProjectFailure>>;

/** A folder, how it is written, and who wants to know that an interrupted apply was finished. */
export type Site = {
  readonly root: string;
  readonly disk: Disk;
  readonly onRecovered: (recovery: Recovery) => void;
};

/** What an interrupted apply had left: files that were put back, or only what was prepared beside a new folder. */
export type Recovery = { readonly root: string } & (
  | { readonly kind: 'taken-back'; readonly report: RollbackReport }
  | { readonly kind: 'never-begun' }
);

/** Does the work while no other run writes into the folder, after an apply that did not end was rolled back. */
export async function alone<T>(site: Site, work: Work<T>): Promise<Result<T, ProjectFailure>> {
  const { root } = site;
  const inside = await checkInside(root, []);
  if (!inside.ok) return inside;
  return inTurn(await turnsOf(root), root, async () => {
    const recovered = await recover(site);
    return recovered.ok ? work() : recovered;
  });
}

/** Does the work while this process has all of these turns. */
async function inTurn<T>(
  [file, ...more]: readonly string[],
  root: string,
  work: Work<T>,
): Promise<Result<T, ProjectFailure>> {
  if (file === undefined) return work();
  const turn = await takeTurn(file).catch(async (error: unknown) => {
    await removeEmptyParents(dirname(file), root);
    throw error;
  });
  if (!turn.ok) return failure({ kind: 'busy', path: file, process: turn.error });
  try {
    return await inTurn(more, root, work);
  } finally {
    await nodeDisk.remove(file, root).finally(turn.value);
  }
}

/** A folder that is not there yet has its turn beside it, which a process that ended may have left there. */
async function turnsOf(root: string): Promise<readonly string[]> {
  const [beside, inside] = [besideRoot(root, 'turn'), join(root, JOURNAL, 'turn')];
  if ((await kindOf(root)) === 'absent') return [beside];
  return (await kindOf(beside)) === 'absent' ? [inside] : [beside, inside];
}

/** Rolls an apply back that did not end, if there is one; fails while it goes on. */
export async function finishInterrupted(site: Site): Promise<Result<void, ProjectFailure>> {
  return (await isUnfinished(site.root))
    ? alone(site, () => Promise.resolve(success(undefined)))
    : success(undefined);
}

async function isUnfinished(root: string): Promise<boolean> {
  const left = [besideRoot(root, 'turn'), besideRoot(root, 'new'), join(root, JOURNAL, 'turn')];
  const kinds = await Promise.all(left.map(kindOf));
  return kinds.some((it) => it !== 'absent') || (await readJournal(root, 'unfinished')) !== undefined;
}

/** Undoes the last apply where the files are as it left them; undefined when there is none. */
export async function undoLast(
  root: string,
  disk: Disk,
): Promise<Result<RollbackReport | undefined, ProjectFailure>> {
  const journal = await readJournal(root, 'last');
  if (journal === undefined) return success(undefined);
  const inside = await checkInside(root, pathsOf(journal));
  if (!inside.ok) return inside;
  await reopenJournal(root, disk);
  return success(await rollBack(root, journal, disk));
}

const pathsOf = ({ entries }: Journal): readonly ProjectPath[] => entries.map((it) => it.path);

/** Where something of a folder lies while the folder is not there. */
export const besideRoot = (root: string, what: 'new' | 'turn'): string =>
  join(dirname(root), `.${basename(root)}.backbone-${what}`);

async function recover({ root, disk, onRecovered }: Site): Promise<Result<void, ProjectFailure>> {
  const prepared = besideRoot(root, 'new');
  const wasPrepared = (await kindOf(prepared)) !== 'absent';
  await rm(prepared, { recursive: true, force: true });
  await rm(besideOf(join(root, JOURNAL_FILES.unfinished)), { force: true });
  const journal = await readJournal(root, 'unfinished');
  if (journal !== undefined) {
    const inside = await checkInside(root, pathsOf(journal));
    if (!inside.ok) return inside;
    onRecovered({ kind: 'taken-back', root, report: await rollBack(root, journal, disk) });
  } else if (wasPrepared) onRecovered({ kind: 'never-begun', root });
  return success(undefined);
}
