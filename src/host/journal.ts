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

/** The write-ahead journal: `applying` means that the next run has to roll back, `applied` that it can be undone. */
export type Journal = { readonly state: 'applying' | 'applied'; readonly entries: readonly JournalEntry[] };

const shape = z.object({
  state: z.enum(['applying', 'applied']),
  entries: z.array(
    z.object({
      path: z.custom<ProjectPath>((it) => typeof it === 'string' && isProjectPath(it)),
      before: z.nullable(z.string()),
      after: z.nullable(z.string()),
    }),
  ),
});

/** Where the journal of a project lies. */
export const JOURNAL_FILE = projectPath(`${JOURNAL}/last-apply.json`);

const fileOf = (root: string): string => join(root, JOURNAL_FILE);

/** What undo and recovery did: files put back, and files left alone because they were changed since. */
export type RollbackReport = {
  readonly restored: readonly ProjectPath[];
  readonly skipped: readonly ProjectPath[];
};

/** SHA-256 of a text in UTF-8, as hexadecimal digits. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Reads the journal of a folder; undefined when there is none that can be read. */
export async function readJournal(root: string): Promise<Journal | undefined> {
  const found = await readText(fileOf(root));
  if (typeof found === 'string') return undefined;
  try {
    return z.parse(shape, JSON.parse(found.text));
  } catch {
    return undefined;
  }
}

/** Writes the journal before, or marks it after, the files of an apply. */
export const writeJournal = (root: string, journal: Journal, disk: Disk): Promise<void> =>
  disk.replace(fileOf(root), JSON.stringify(journal));

/** Puts every file of the journal back that is still as the apply left it, then forgets the journal. */
export async function rollBack(root: string, journal: Journal, disk: Disk): Promise<RollbackReport> {
  const restored: ProjectPath[] = [];
  const skipped: ProjectPath[] = [];
  for (const entry of journal.entries.toReversed()) {
    const outcome = await restore(root, entry, disk);
    if (outcome === 'restored') restored.push(entry.path);
    if (outcome === 'skipped') skipped.push(entry.path);
  }
  await disk.remove(fileOf(root), root);
  return { restored: restored.reverse(), skipped: skipped.reverse() };
}

async function restore(
  root: string,
  entry: JournalEntry,
  disk: Disk,
): Promise<'same' | 'restored' | 'skipped'> {
  const path = join(root, entry.path);
  await rm(besideOf(path), { force: true });
  const now = await readText(path);
  const raw = typeof now === 'string' ? null : now.text;
  if (now !== 'unreadable' && raw === entry.before) return 'same';
  const isOurs = now !== 'unreadable' && (raw === null ? null : hashOf(raw)) === entry.after;
  if (!isOurs) return 'skipped';
  await (entry.before === null ? disk.remove(path, root) : disk.replace(path, entry.before));
  return 'restored';
}
