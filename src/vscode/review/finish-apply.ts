import { window, workspace } from 'vscode';
import { planWrites } from '../../core/index.ts';
import { failureText } from '../../host/failure-text.ts';
import type { Services } from '../services.ts';
import { editorFolder } from './editor-disk.ts';
import { rememberApply } from './last-apply.ts';
import { decidedChangeSet, type Review } from './review.ts';

/**
 * Settles what became of a review whose window was closed or ended: an apply that was interrupted is taken back, and
 * one that had written everything counts. True when it did, so that the review is over.
 */
export async function finishApply(services: Services, review: Review): Promise<boolean> {
  // Putting files back is writing, which a restricted folder does not get.
  if (!workspace.isTrusted) return false;
  const plan = planWrites(decidedChangeSet(review), review.checked);
  const applied = await editorFolder(review.target).isApplied(plan);
  if (!applied.ok) services.log.warn(failureText(applied.error));
  if (!applied.ok || !applied.value) return false;
  const { title, target } = review;
  await rememberApply(services.context, { target, title });
  services.reviews.close();
  const headline = 'These changes were applied before the window was closed.';
  services.runs.update({ phase: 'ended', tone: 'good', title, headline });
  window.showInformationMessage(
    `BackBone: the changes of ${title} were applied before the window was closed.`,
  );
  return true;
}
