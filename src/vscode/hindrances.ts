import { commands, window, workspace } from 'vscode';
import { isBusy } from './run/run-store.ts';
import { hasSchema } from './schemas.ts';
import type { Services } from './services.ts';

/** Why nothing that writes or runs code may begin now; says so to the person. `what` is what does not happen. */
export function hindranceOf(services: Services, what: string): 'restricted' | 'busy' | undefined {
  if (!workspace.isTrusted) {
    explainTrust(what);
    return 'restricted';
  }
  return isAtWork(services) ? 'busy' : undefined;
}

/** Whether something occupies the panel; says so to the person. */
export function isAtWork({ runs }: Services): boolean {
  const busy = isBusy(runs.view().phase);
  if (busy) window.showInformationMessage('BackBone: a run is going on; cancel it or wait for its end.');
  return busy;
}

function explainTrust(what: string): void {
  const manage = 'Manage Workspace Trust';
  const text = `BackBone: ${what} in Restricted Mode, because that writes or runs code of this folder. Trust the folder first.`;
  window.showWarningMessage(text, manage).then((chosen) => {
    if (chosen === manage) commands.executeCommand('workbench.trust.manage');
  });
}

/** Offers to make a schema where there is none; whether it did. */
export async function offerNewSchema(): Promise<boolean> {
  if (await hasSchema()) return false;
  const create = 'New Schema';
  window.showInformationMessage('BackBone: there is no *.backbone.json file here.', create).then((chosen) => {
    if (chosen === create) commands.executeCommand('backboneAi.newSchema');
  });
  return true;
}
