import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  basePath,
  type FileWrite,
  failure,
  LOCK,
  MANIFEST,
  type ProjectPath,
  type ProjectState,
  parseManifest,
  type Result,
  success,
  type WritePlan,
} from '../core/index.ts';
import type { ApplyReport, ProjectFailure, ProjectFiles } from '../workflow/ports.ts';
import { type Disk, errorCode, kindOf, listFolder, nodeDisk, readText } from './disk.ts';
import { inBatches } from './in-batches.ts';
import {
  finishJournal,
  hashOf,
  type JournalEntry,
  type RollbackReport,
  rollBack,
  writeJournal,
} from './journal.ts';
import { likeBefore, normalized } from './line-endings.ts';
import { checkInside } from './links.ts';
import { alone, besideRoot, finishInterrupted, type Site, undoLast, type Work } from './recovery.ts';

/** A folder on disk that backends are generated into. */
export type ProjectFolder = ProjectFiles & {
  /** Undoes the last apply file by file, where the files are still as it left them; undefined when there is none. */
  undo(): Promise<Result<RollbackReport | undefined, ProjectFailure>>;
  /** Whether every file is as the plan would leave it; a plan that writes nothing never is applied. */
  isApplied(plan: WritePlan): Promise<Result<boolean, ProjectFailure>>;
};

/**
 * The project in a folder, which need not exist yet. Every call first finishes what an interrupted one left: an
 * apply that did not end is rolled back, and `onRecovered` hears of it. One process at a time writes; the others fail.
 */
export function projectFolder(
  folder: string,
  disk: Disk = nodeDisk,
  onRecovered: Site['onRecovered'] = () => undefined,
): ProjectFolder {
  const root = resolve(folder);
  const site: Site = { root, disk, onRecovered };
  return {
    read: (paths) => guarded(root, () => readRecovered(site, paths)),
    apply: (plan) => guarded(root, () => alone(site, () => applyPlan(root, plan, disk))),
    undo: () => guarded(root, () => alone(site, () => undoLast(root, disk))),
    isApplied: (plan) => guarded(root, () => isApplied(site, plan)),
  };
}

async function guarded<T>(root: string, work: Work<T>): Promise<Result<T, ProjectFailure>> {
  try {
    if ((await kindOf(root)) === 'other') return failure({ kind: 'not-a-directory', path: root });
    return await work();
  } catch (error) {
    const isMixed = error instanceof NotTakenBack;
    const cause = isMixed ? error.cause : error;
    const code = errorCode(cause);
    if (code === '') throw cause;
    const path = (cause as NodeJS.ErrnoException).path ?? root;
    const shown = path.replace(besideRoot(root, 'new'), root).replace(/\.backbone-tmp$/, '');
    return failure({ kind: 'io', path: shown, code, ...(isMixed ? { isMixed } : {}) });
  }
}

/** The disk refused, and then refused to take back what had been written as well. */
class NotTakenBack extends Error {}

async function readRecovered(
  site: Site,
  paths: readonly ProjectPath[],
): Promise<Result<ProjectState, ProjectFailure>> {
  const recovered = await finishInterrupted(site);
  return recovered.ok ? readState(site.root, paths) : recovered;
}

async function isApplied(site: Site, { writes }: WritePlan): Promise<Result<boolean, ProjectFailure>> {
  const recovered = await finishInterrupted(site);
  if (!recovered.ok) return recovered;
  const found = await inBatches(writes, ({ path }) => readText(join(site.root, path)));
  const isAsPlanned = writes.every(({ text }, index) => {
    const file = found[index];
    return typeof file === 'object'
      ? normalized(file.text) === text
      : text === undefined && file === 'absent';
  });
  return success(isAsPlanned && writes.length > 0);
}

async function readState(
  root: string,
  paths: readonly ProjectPath[],
): Promise<Result<ProjectState, ProjectFailure>> {
  const inside = await checkInside(root, [MANIFEST, LOCK]);
  if (!inside.ok) return inside;
  const own = await readAll(root, [MANIFEST, LOCK], (it) => it);
  const manifest = own.texts.get(MANIFEST);
  const generated = manifest === undefined ? [] : parseManifest(manifest);
  if (generated === undefined) return badBookkeeping(MANIFEST, 'it is not a manifest of BackBone');
  const all = [...new Set([...paths, ...generated])];
  const allInside = await checkInside(root, [...all, ...all.map(basePath)]);
  if (!allInside.ok) return allInside;
  const current = await readAll(root, all, (it) => it);
  const base = await readAll(root, all, basePath);
  const [bad] = [...own.unreadable, ...[...base.unreadable].map(basePath)];
  if (bad !== undefined) return badBookkeeping(bad, 'it is no text file');
  const revisions = await listFolder(join(root, 'migrations', 'versions'));
  return success({
    current: current.texts,
    unreadable: current.unreadable,
    base: base.texts,
    revisions: revisions.map((it) => `migrations/versions/${it}` as ProjectPath),
    manifest,
    lock: own.texts.get(LOCK),
  });
}

const badBookkeeping = (path: ProjectPath, detail: string): Result<never, ProjectFailure> =>
  failure({ kind: 'bad-bookkeeping', path, detail });

type Texts = {
  readonly texts: ReadonlyMap<ProjectPath, string>;
  readonly unreadable: ReadonlySet<ProjectPath>;
};

async function readAll(
  root: string,
  paths: readonly ProjectPath[],
  place: (path: ProjectPath) => ProjectPath,
): Promise<Texts> {
  const texts = new Map<ProjectPath, string>();
  const unreadable = new Set<ProjectPath>();
  const found = await inBatches(paths, (path) => readText(join(root, place(path))));
  for (const [index, path] of paths.entries()) {
    const file = found[index] ?? 'absent';
    if (file === 'unreadable') unreadable.add(path);
    else if (file !== 'absent') texts.set(path, normalized(file.text));
  }
  return { texts, unreadable };
}

async function applyPlan(
  root: string,
  plan: WritePlan,
  disk: Disk,
): Promise<Result<ApplyReport, ProjectFailure>> {
  if (plan.writes.length === 0) return success({ written: [], deleted: [] });
  const inside = await checkInside(
    root,
    plan.writes.map((it) => it.path),
  );
  if (!inside.ok) return inside;
  const checked = await checkExpected(root, plan.writes);
  if (!checked.ok) return checked;
  const steps = checked.value;
  if ((await kindOf(root)) === 'absent') await applyNew(root, steps, disk);
  else await applyInPlace(root, steps, disk);
  return success({
    written: steps.filter((it) => it.raw !== null).map((it) => it.path),
    deleted: steps.filter((it) => it.raw === null).map((it) => it.path),
  });
}

type Step = { readonly path: ProjectPath; readonly before: string | null; readonly raw: string | null };

/** Compares every file with what was shown, right before writing. */
async function checkExpected(
  root: string,
  writes: readonly FileWrite[],
): Promise<Result<readonly Step[], ProjectFailure>> {
  const steps = await inBatches(writes, (it) => stepOf(root, it));
  const changed = writes.filter((_, index) => steps[index] === undefined).map((it) => it.path);
  if (changed.length > 0) return failure({ kind: 'changed', paths: changed });
  return success(steps.filter((it) => it !== undefined));
}

async function stepOf(root: string, { path, text, expected }: FileWrite): Promise<Step | undefined> {
  const found = await readText(join(root, path));
  if (found === 'unreadable') return undefined;
  const before = found === 'absent' ? undefined : found.text;
  if ((before === undefined ? undefined : normalized(before)) !== expected) return undefined;
  return { path, before: before ?? null, raw: text === undefined ? null : likeBefore(text, before) };
}

const entryOf = ({ path, before, raw }: Step): JournalEntry => ({
  path,
  before,
  after: raw === null ? null : hashOf(raw),
});

/** A new folder appears whole: it is written beside and renamed. One that is there stays, also when it is empty. */
async function applyNew(root: string, steps: readonly Step[], disk: Disk): Promise<void> {
  const staging = besideRoot(root, 'new');
  try {
    await writeSteps(staging, steps, disk);
    await writeJournal({ root: staging, which: 'last' }, { entries: steps.map(entryOf) }, disk);
    await disk.move(staging, root);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    throw error;
  }
}

async function applyInPlace(root: string, steps: readonly Step[], disk: Disk): Promise<void> {
  const journal = { entries: steps.map(entryOf) };
  await writeJournal({ root, which: 'unfinished' }, journal, disk);
  try {
    await writeSteps(root, steps, disk);
    await finishJournal(root, disk);
  } catch (error) {
    await rollBack(root, journal, disk).catch((cause: unknown) => {
      throw new NotTakenBack('the disk refused twice', { cause });
    });
    throw error;
  }
}

async function writeSteps(root: string, steps: readonly Step[], disk: Disk): Promise<void> {
  await inBatches(steps, ({ path, raw }) => {
    const file = join(root, path);
    return raw === null ? disk.remove(file, root) : disk.replace(file, raw);
  });
}
