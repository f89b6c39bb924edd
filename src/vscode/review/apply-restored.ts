import { planWrites } from '../../core/index.ts';
import type { Outcome } from '../../workflow/outcome.ts';
import { editorFolder } from './editor-disk.ts';
import { decidedChangeSet, type Review } from './review.ts';

/** Applies a review whose run ended with the window it was begun in. */
export async function applyRestored(review: Review): Promise<Outcome> {
  const plan = planWrites(decidedChangeSet(review), review.checked);
  const applied = await editorFolder(review.target).apply(plan);
  return applied.ok ? { kind: 'applied', report: applied.value } : { kind: 'failed', failure: applied.error };
}
