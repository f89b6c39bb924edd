import { commands, window } from 'vscode';
import type { Services } from '../services.ts';

/** Asks which language model to use and for everything that it needs; true when one, or none, was chosen. */
export async function chooseModel({ keyring }: Services): Promise<boolean> {
  const { chooseModel: choose } = await import('../keys/model-setup.ts');
  const choice = await choose(keyring);
  if (choice === undefined) return false;
  if (choice.lacksKey) return commands.executeCommand('backboneAi.setApiKey');
  const text =
    choice.name === undefined
      ? 'no language model is asked.'
      : `${choice.name} reviews your schemas from now on.`;
  window.showInformationMessage(`BackBone: ${text}`);
  return true;
}
