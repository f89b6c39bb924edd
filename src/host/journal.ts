import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/mini';
import { isProjectPath, JOURNAL, type ProjectPath, projectPath } from '../core/index.ts';
import { besideOf, type Disk, readText } from './disk.ts';

/** One file of an apply: what was there, exactly, and a hash of what was written; null stands for no file. */
export type JournalEntry = {
  readonly path: ProjectPath;
  readonly before: string | null;
  readonly after: string | null;
};

/** The write-ahead journal of one apply. */
export type Journal = { readonly entries: readonly JournalEntry[] };

const shape = z.object({
  entries: z.array(
    z.object({
      path: z.custom<ProjectPath>((it) => typeof it === 'string' && isProjectPath(it)),
      before: z.nullable(z.string()),
      after: z.nullable(z.string()),
    }),
  ),
});

/**
 * Where the journals of a project lie: of an apply or undo that goes on, or was interrupted and has to be rolled back;
 * and of the last apply that ended, which can be undone. Renaming one to the other is the moment an apply counts.
 */
export const JOURNAL_FILES = {
  unfinished: projectPath(`${JOURNAL}/unfinished-apply.json`),
  last: projectPath(`${JOURNAL}/last-apply.json`),
} as const;

type Which = keyof typeof JOURNAL_FILES;

const fileOf = (root: string, which: Which): string => join(root, JOURNAL_FILES[which]);

/** What undo and recovery did: files put back, and files left alone because they were changed since. */
export type RollbackReport = {
  readonly restored: readonly ProjectPath[];
  readonly skipped: readonly ProjectPath[];
};

/** SHA-256 of a text in UTF-8, as hexadecimal digits. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Reads a journal of a folder; undefined when there is none that can be read. */
export async function readJournal(root: string, which: Which): Promise<Journal | undefined> {
  const found = await readText(fileOf(root, which));
  if (typeof found === 'string') return undefined;
  try {
    return z.parse(shape, JSON.parse(found.text));
  } catch {
    return undefined;
  }
}

type JournalPlace = { readonly root: string; readonly which: Which };

/** Writes what an apply changes, before it changes anything. */
export const writeJournal = ({ root, which }: JournalPlace, journal: Journal, disk: Disk): Promise<void> =>
  disk.replace(fileOf(root, which), JSON.stringify(journal));

/** Makes the apply that went on the one that can be undone. */
export const finishJournal = (root: string, disk: Disk): Promise<void> =>
  disk.move(fileOf(root, 'unfinished'), fileOf(root, 'last'));

/** Makes the last apply one that has to be rolled back. */
export const reopenJournal = (root: string, disk: Disk): Promise<void> =>
  disk.move(fileOf(root, 'last'), fileOf(root, 'unfinished'));

/** Puts every file of the unfinished journal back that is still as the apply left it, then forgets the journal. */
export async function rollBack(root: string, journal: Journal, disk: Disk): Promise<RollbackReport> {
  const restored: ProjectPath[] = [];
  const skipped: ProjectPath[] = [];
  // What is only deleted comes first, since on a full disk that makes the room for what is written.
  const backwards = journal.entries.toReversed();
  const ordered = [...backwards.filter(isNew), ...backwards.filter((it) => !isNew(it))];
  for (const { path } of ordered) await rm(besideOf(join(root, path)), { force: true });
  for (const entry of ordered) {
    const outcome = await restore(root, entry, disk);
    if (outcome === 'restored') restored.push(entry.path);
    if (outcome === 'skipped') skipped.push(entry.path);
  }
  await disk.remove(fileOf(root, 'unfinished'), root);
  return { restored: restored.sort(), skipped: skipped.sort() };
}

const isNew = ({ before }: JournalEntry): boolean => before === null;

async function restore(
  root: string,
  entry: JournalEntry,
  disk: Disk,
): Promise<'same' | 'restored' | 'skipped'> {
  const path = join(root, entry.path);
  const now = await readText(path);
  const raw = typeof now === 'string' ? null : now.text;
  if (now !== 'unreadable' && raw === entry.before) {
    // Its folders may have been made, or not yet been removed.
    if (raw === null) await disk.remove(path, root);
    return 'same';
  }
  const isOurs = now !== 'unreadable' && (raw === null ? null : hashOf(raw)) === entry.after;
  if (!isOurs) return 'skipped';
  await (entry.before === null ? disk.remove(path, root) : disk.replace(path, entry.before));
  return 'restored';
}
