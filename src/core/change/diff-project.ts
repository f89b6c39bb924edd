import type { CheckedFiles } from '../check/check.ts';
import { lockText } from '../model/lock.ts';
import type { Model } from '../model/model.ts';
import { type ProjectPath, projectPath } from '../shared/project-path.ts';
import type { ChangeSet, FileChange, ProjectState } from './change-set.ts';

/** The migration that makes the whole database; rendered again while it is the only one. */
export const FIRST_MIGRATION = projectPath('migrations/versions/0001_initial.py');

/** Compares checked files with a project: what generation would mean for each file, sorted by path. */
export function diffProject(files: CheckedFiles, model: Model, state: ProjectState): ChangeSet {
  const rendered = new Map(files.map((it) => [it.path, it.text]));
  const paths = [...new Set([...rendered.keys(), ...state.base.keys()])].sort();
  const changes = paths.flatMap((path) => changeOf(path, rendered.get(path), state));
  return { changes, rendered, lock: lockText(model), state, notes: notesOf(changes) };
}

function changeOf(
  path: ProjectPath,
  proposed: string | undefined,
  state: ProjectState,
): readonly FileChange[] {
  const current = state.current.get(path);
  const base = state.base.get(path);
  if (state.unreadable.has(path))
    return [{ kind: 'conflict', path, current: '', proposed, reason: 'not-a-file' }];
  if (proposed === undefined) return orphan({ path, current, base });
  if (current === proposed) return [{ kind: 'keep', path, reason: 'same' }];
  if (current === undefined) {
    return [
      base === undefined
        ? { kind: 'create', path, proposed }
        : { kind: 'keep', path, reason: 'deleted-by-user' },
    ];
  }
  return [differing({ path, current, base, proposed }, state)];
}

type Versions = {
  readonly path: ProjectPath;
  readonly current: string;
  readonly base: string | undefined;
  readonly proposed: string;
};

/** A file that is there and is not what would be written. */
function differing({ path, current, base, proposed }: Versions, state: ProjectState): FileChange {
  if (base === proposed) return { kind: 'keep', path, reason: 'edited-by-user' };
  if (path === FIRST_MIGRATION && hasOtherMigrations(state)) {
    return { kind: 'conflict', path, current, proposed, reason: 'other-migrations' };
  }
  if (current === base) return { kind: 'update', path, current, proposed };
  const reason = base === undefined ? 'own-file' : 'edited-by-user';
  return { kind: 'conflict', path, current, proposed, reason };
}

type Orphan = {
  readonly path: ProjectPath;
  readonly current: string | undefined;
  readonly base: string | undefined;
};

/** A file that is no longer generated: deleted unless the user edited it. */
function orphan({ path, current, base }: Orphan): readonly FileChange[] {
  if (current === undefined) return [];
  return [
    current === base ? { kind: 'delete', path, current } : { kind: 'keep', path, reason: 'edited-by-user' },
  ];
}

const hasOtherMigrations = (state: ProjectState): boolean =>
  state.revisions.some((it) => it.endsWith('.py') && it !== FIRST_MIGRATION);

function notesOf(changes: readonly FileChange[]): readonly string[] {
  const migration = changes.find((it) => it.path === FIRST_MIGRATION);
  if (migration?.kind !== 'update') return [];
  return [
    `the tables changed, so ${FIRST_MIGRATION} is written again: a database that was made with the old one must be made anew`,
  ];
}
