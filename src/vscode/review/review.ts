import type { ChangeSet, FileChange, ProjectPath } from '../../core/index.ts';

/** Changes that wait for a decision, with what the person decided so far. */
export type Review = {
  readonly id: string;
  /** The schema's file name. */
  readonly title: string;
  /** Absolute path of the folder that is generated into. */
  readonly target: string;
  readonly changeSet: ChangeSet;
  readonly checked: ReadonlySet<ProjectPath>;
  /** Proposed texts that the person changed before applying them. */
  readonly edited: ReadonlyMap<ProjectPath, string>;
  /** Files that changed on disk or in an editor after the comparison; they cannot be applied any more. */
  readonly stale: ReadonlySet<ProjectPath>;
};

/** A change that a person decides about. */
export type OpenChange = Exclude<FileChange, { kind: 'keep' }>;

/** Everything that is up for a decision, sorted by path. */
export const openChanges = (review: Review): readonly OpenChange[] =>
  review.changeSet.changes.filter((it): it is OpenChange => it.kind !== 'keep');

/** The change of one path. */
export const changeAt = (review: Review, path: string): OpenChange | undefined =>
  openChanges(review).find((it) => it.path === path);

/** Ticks or unticks; files that changed meanwhile stay unticked. */
export function withChecked(review: Review, paths: readonly ProjectPath[], on: boolean): Review {
  const checked = new Set(review.checked);
  for (const path of paths) {
    if (on && !review.stale.has(path)) checked.add(path);
    else checked.delete(path);
  }
  return { ...review, checked };
}

/** Takes a person's own version of a proposed file, which is also ticked. */
export function withEdit(review: Review, path: ProjectPath, text: string): Review {
  return withChecked({ ...review, edited: new Map(review.edited).set(path, text) }, [path], true);
}

/** Marks files that are no longer as they were compared. */
export function withStale(review: Review, paths: readonly ProjectPath[]): Review {
  const stale = new Set([...review.stale, ...paths]);
  return withChecked({ ...review, stale }, paths, false);
}

/** The text that applying would write; undefined for a deletion. */
export function proposedText(review: Review, change: OpenChange): string | undefined {
  return change.kind === 'delete' ? undefined : (review.edited.get(change.path) ?? change.proposed);
}

/** The change set with the person's own versions in it. */
export function decidedChangeSet(review: Review): ChangeSet {
  const changes = review.changeSet.changes.map((change) => {
    const text = review.edited.get(change.path);
    return text === undefined || change.kind === 'keep' || change.kind === 'delete'
      ? change
      : { ...change, proposed: text };
  });
  return { ...review.changeSet, changes };
}
