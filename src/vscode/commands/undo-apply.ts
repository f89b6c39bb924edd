import { window } from 'vscode';
import type { RollbackReport } from '../../host/journal.ts';
import { isAtWork } from '../hindrances.ts';
import { lastApply, rememberApply } from '../review/last-apply.ts';
import type { Services } from '../services.ts';

/** Puts back what the last apply changed, file by file, where nobody changed it since. */
export async function undoApply(services: Services): Promise<RollbackReport | undefined> {
  const { context, runs } = services;
  if (isAtWork(services)) return undefined;
  const last = lastApply(context);
  if (last === undefined) {
    window.showInformationMessage('BackBone: there is nothing to undo.');
    return undefined;
  }
  const { editorFolder } = await import('../review/editor-disk.ts');
  const { failureText } = await import('../../host/failure-text.ts');
  const undone = await editorFolder(last.target).undo();
  if (!undone.ok) {
    window.showErrorMessage(`BackBone: ${failureText(undone.error)}`);
    return undefined;
  }
  await rememberApply(context, undefined);
  const headline = undone.value === undefined ? 'There is nothing to undo.' : undoText(undone.value);
  runs.update({ headline, tone: 'neutral' });
  window.showInformationMessage(`BackBone: ${headline}`);
  return undone.value;
}

function undoText({ restored, skipped }: RollbackReport): string {
  const own = (paths: readonly string[]) => paths.filter((it) => !it.startsWith('.backbone/'));
  const done = `Undone: ${own(restored).length} files are as they were before.`;
  const left = own(skipped);
  return left.length === 0 ? done : `${done} Left alone, because changed since: ${left.join(', ')}.`;
}
