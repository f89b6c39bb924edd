import { window } from 'vscode';
import { isAtWork } from '../hindrances.ts';
import type { Services } from '../services.ts';

/** Ends the review without writing anything; asks first when the person changed proposals. */
export async function discardChanges(services: Services): Promise<void> {
  if (isAtWork(services)) return;
  const edits = services.reviews.current()?.edited.size ?? 0;
  const discard = 'Discard';
  const detail = `Your changes to ${edits} proposed ${edits === 1 ? 'file' : 'files'} are lost.`;
  const chosen =
    edits === 0
      ? discard
      : await window.showWarningMessage(
          'Discard the changes under review?',
          { modal: true, detail },
          discard,
        );
  if (chosen === discard) await rejectReview(services);
}

/** Closes the open review, if any, and lets its run end. */
export async function rejectReview({ runs, reviews }: Services): Promise<void> {
  if (reviews.current() === undefined) return;
  reviews.close();
  await runs.decide?.({ kind: 'reject' });
  runs.decide = undefined;
  runs.update({ phase: 'ended', tone: 'neutral', headline: 'Discarded. Nothing was written.' });
}
