import { window } from 'vscode';
import type { Services } from '../services.ts';

/** Stops the backend that runs, or the one that is chosen when there are several; true when one was stopped. */
export async function stopBackend({ backends }: Services): Promise<boolean> {
  const running = backends.all();
  if (running.length === 0) {
    window.showInformationMessage('BackBone: no backend is running.');
    return false;
  }
  const items = running.map(({ id, name, url }) => ({ label: name, description: url, id }));
  const chosen =
    items.length === 1 ? items[0] : await window.showQuickPick(items, { placeHolder: 'Backend to stop' });
  if (chosen === undefined) return false;
  await backends.stop(chosen.id);
  return true;
}
