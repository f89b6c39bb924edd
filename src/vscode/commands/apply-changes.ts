import { commands, window, workspace } from 'vscode';
import type { Outcome } from '../../workflow/outcome.ts';
import { isAtWork } from '../hindrances.ts';
import { rememberApply } from '../review/last-apply.ts';
import { pathOfProposed } from '../review/proposed-files.ts';
import { changeAt, type Review, withStale } from '../review/review.ts';
import type { Services } from '../services.ts';

/** Writes what is ticked, all of it or nothing. */
export async function applyChanges(services: Services): Promise<Outcome | undefined> {
  const { runs, reviews } = services;
  const open = reviews.current();
  if (open === undefined || !workspace.isTrusted || isAtWork(services)) return undefined;
  await saveProposals(open);
  const review = reviews.current() ?? open;
  if (review.checked.size === 0) {
    window.showInformationMessage('BackBone: nothing is ticked, so there is nothing to apply.');
    return undefined;
  }
  if (!(await mayOverwrite(review))) return undefined;
  runs.update({ phase: 'applying', headline: 'Writing…' });
  const outcome = await decide(services, review);
  await finish(services, review, outcome);
  return outcome;
}

// What was typed into a proposal counts, saved or not.
async function saveProposals(review: Review): Promise<void> {
  const unsaved = workspace.textDocuments.filter((it) => it.isDirty && pathOfProposed(review, it.uri));
  await Promise.all(unsaved.map((it) => it.save()));
}

async function mayOverwrite(review: Review): Promise<boolean> {
  const own = [...review.checked].filter((it) => changeAt(review, it)?.kind === 'conflict');
  if (own.length === 0) return true;
  const overwrite = 'Overwrite';
  const message = `Overwrite ${own.length === 1 ? 'a file' : `${own.length} files`} of yours?`;
  const detail = `${own.slice(0, 10).join('\n')}\n\n"BackBone: Undo Last Apply" brings them back.`;
  return (await window.showWarningMessage(message, { modal: true, detail }, overwrite)) === overwrite;
}

async function decide({ runs }: Services, review: Review): Promise<Outcome> {
  const accepted = [...review.checked];
  if (runs.decide !== undefined) return runs.decide({ kind: 'accept', accepted });
  const { applyRestored } = await import('../review/apply-restored.ts');
  return applyRestored(review);
}

async function finish(services: Services, review: Review, outcome: Outcome): Promise<void> {
  const { runs, reviews, context } = services;
  const { outcomeView } = await import('../run/outcome-text.ts');
  const view = outcomeView(outcome);
  if (outcome.kind !== 'applied') {
    if (outcome.kind === 'failed' && outcome.failure.kind === 'changed') {
      const { paths } = outcome.failure;
      reviews.update((it) => withStale(it, paths));
    }
    runs.update({ ...view, phase: 'reviewing' });
    window.showErrorMessage(`BackBone: ${view.headline}`);
    return;
  }
  await rememberApply(context, { target: review.target, title: review.title });
  reviews.close();
  runs.decide = undefined;
  runs.update(view);
  const undo = 'Undo';
  window.showInformationMessage(`BackBone: ${view.headline}`, undo).then((chosen) => {
    if (chosen === undo) commands.executeCommand('backboneAi.undoApply');
  });
}
