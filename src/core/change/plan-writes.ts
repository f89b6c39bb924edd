import type { ProjectPath } from '../shared/project-path.ts';
import { basePath, LOCK, MANIFEST, manifestText } from './bookkeeping.ts';
import type { ChangeSet, FileChange, FileWrite, WritePlan } from './change-set.ts';
import { FIRST_MIGRATION } from './diff-project.ts';

/** The paths that are written unless a person says otherwise: everything but conflicts. */
export function acceptedByDefault(changeSet: ChangeSet): ReadonlySet<ProjectPath> {
  const chosen = changeSet.changes.filter((it) => it.kind !== 'conflict' && it.kind !== 'keep');
  return new Set(chosen.map((it) => it.path));
}

/**
 * Everything that applying the accepted changes writes, bookkeeping included; empty when nothing would differ.
 *
 * The base advances file by file. The first migration and the lock are one unit: while the migration is not
 * accepted, the lock stays.
 */
export function planWrites(changeSet: ChangeSet, accepted: ReadonlySet<ProjectPath>): WritePlan {
  const applied = changeSet.changes.filter((it) => it.kind === 'keep' || accepted.has(it.path));
  const base = nextBase(changeSet, applied);
  const writes = [
    ...applied.flatMap(fileWrite),
    ...baseWrites(changeSet, base),
    ...write(MANIFEST, manifestText(base.keys()), changeSet.state.manifest),
    ...lockWrite(changeSet, applied),
  ];
  return { writes };
}

function fileWrite(change: FileChange): readonly FileWrite[] {
  const { path, kind } = change;
  if (kind === 'keep') return [];
  if (kind === 'create') return [{ path, text: change.proposed, expected: undefined }];
  if (kind === 'delete') return [{ path, text: undefined, expected: change.current }];
  if (kind === 'conflict' && (change.reason === 'not-a-file' || change.proposed === undefined)) return [];
  return [{ path, text: change.proposed, expected: change.current }];
}

function nextBase(changeSet: ChangeSet, applied: readonly FileChange[]): ReadonlyMap<ProjectPath, string> {
  const base = new Map(changeSet.state.base);
  for (const path of base.keys()) {
    if (!changeSet.rendered.has(path) && !changeSet.state.current.has(path)) base.delete(path);
  }
  for (const change of applied) {
    const rendered = changeSet.rendered.get(change.path);
    if (rendered === undefined) base.delete(change.path);
    else if (change.kind !== 'keep' || change.reason === 'same') base.set(change.path, rendered);
  }
  return base;
}

function baseWrites(changeSet: ChangeSet, base: ReadonlyMap<ProjectPath, string>): readonly FileWrite[] {
  const old = changeSet.state.base;
  const paths = [...new Set([...old.keys(), ...base.keys()])].sort();
  return paths.flatMap((path) => write(basePath(path), base.get(path), old.get(path)));
}

function lockWrite(changeSet: ChangeSet, applied: readonly FileChange[]): readonly FileWrite[] {
  const migration = applied.find((it) => it.path === FIRST_MIGRATION);
  return migration === undefined ? [] : write(LOCK, changeSet.lock, changeSet.state.lock);
}

const write = (
  path: ProjectPath,
  text: string | undefined,
  expected: string | undefined,
): readonly FileWrite[] => (text === expected ? [] : [{ path, text, expected }]);
