import {
  type ChangeSet,
  diffProject,
  type FileChangeKind,
  planWrites,
  projectPaths,
} from '../../core/index.ts';
import { countText } from '../count-text.ts';
import type { Ports } from '../ports.ts';
import type { StepCounts } from '../progress.ts';
import { known } from '../state.ts';
import { reportStep } from './step.ts';

/** Compares the checked files with the project and keeps the change set for the review. */
export const compare = (ports: Ports) =>
  reportStep('compare', async (state, { log }) => {
    const checked = known(state.checked);
    const read = await ports.project.read(projectPaths(checked));
    if (!read.ok)
      return {
        update: { outcome: { kind: 'failed', failure: read.error } },
        summary: 'the project cannot be read',
      };
    const changeSet = diffProject(checked, known(state.model), read.value);
    for (const note of changeSet.notes) log('warning', note);
    const counts = countChanges(changeSet);
    const summary = countText(counts);
    if (!isUpToDate(changeSet))
      return { update: { changeSetId: ports.changeSets.put(changeSet) }, summary, counts };
    const diagnostics = known(state.diagnostics);
    return { update: { outcome: { kind: 'nothing-to-do', changeSet, diagnostics } }, summary, counts };
  });

const WORDS = {
  create: 'new',
  update: 'changed',
  merge: 'merged',
  conflict: 'in conflict',
  delete: 'to delete',
  keep: 'kept',
} as const satisfies Record<FileChangeKind, string>;

function countChanges({ changes }: ChangeSet): StepCounts {
  const counts: Record<string, number> = {};
  for (const { kind } of changes) counts[WORDS[kind]] = (counts[WORDS[kind]] ?? 0) + 1;
  return counts;
}

// The bookkeeping may be out of date although every file is as it should be.
function isUpToDate(changeSet: ChangeSet): boolean {
  if (changeSet.changes.some((it) => it.kind !== 'keep')) return false;
  return planWrites(changeSet, new Set()).writes.length === 0;
}
