import type { StepCounts } from './progress.ts';

/** Counts as people read them, such as `1 table, 3 warnings`; those that are zero are left out. */
export function countText(counts: StepCounts): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} ${count === 1 ? singular(what) : what}`)
    .join(', ');
}

const singular = (word: string): string => word.replace(/s$/, '');
