import type { ProjectPath } from '../shared/project-path.ts';

/** Why a file is left as it is. */
export type KeepReason = 'same' | 'edited-by-user' | 'deleted-by-user';

/** Why a file cannot be written without a decision of the user. */
export type ConflictReason = 'own-file' | 'edited-by-user' | 'other-migrations' | 'not-a-file' | 'unsaved';

/** What generation means for one file; `current` is what is on disk now, `proposed` what would be written. */
export type FileChange =
  | { readonly kind: 'create'; readonly path: ProjectPath; readonly proposed: string }
  | {
      readonly kind: 'update';
      readonly path: ProjectPath;
      readonly current: string;
      readonly proposed: string;
    }
  | {
      readonly kind: 'merge';
      readonly path: ProjectPath;
      readonly current: string;
      readonly proposed: string;
    }
  | {
      readonly kind: 'conflict';
      readonly path: ProjectPath;
      readonly current: string;
      readonly proposed: string | undefined;
      readonly reason: ConflictReason;
    }
  | { readonly kind: 'delete'; readonly path: ProjectPath; readonly current: string }
  | { readonly kind: 'keep'; readonly path: ProjectPath; readonly reason: KeepReason };

/** The kinds of change, for shells that list them. */
export type FileChangeKind = FileChange['kind'];

/** What was read of a project before comparing: texts use `\n`; a path that is absent has no entry. */
export type ProjectState = {
  readonly current: ReadonlyMap<ProjectPath, string>;
  /** Paths that exist but cannot be read as text, such as a directory or a link. */
  readonly unreadable: ReadonlySet<ProjectPath>;
  /** What was generated last time. */
  readonly base: ReadonlyMap<ProjectPath, string>;
  /** Every file below `migrations/versions`. */
  readonly revisions: readonly ProjectPath[];
  readonly manifest: string | undefined;
  readonly lock: string | undefined;
};

/** The difference between the checked files and a project, sorted by path. */
export type ChangeSet = {
  readonly changes: readonly FileChange[];
  /** The newly rendered text of every generated file; becomes the base of what is applied. */
  readonly rendered: ReadonlyMap<ProjectPath, string>;
  readonly lock: string;
  readonly state: ProjectState;
  /** What a person should know before applying; sentences. */
  readonly notes: readonly string[];
};

/** One step of applying: `text` undefined deletes; `expected` is what must still be there, undefined for nothing. */
export type FileWrite = {
  readonly path: ProjectPath;
  readonly text: string | undefined;
  readonly expected: string | undefined;
};

/** Everything one apply writes, the bookkeeping under `.backbone/` included; empty when there is nothing to do. */
export type WritePlan = { readonly writes: readonly FileWrite[] };
