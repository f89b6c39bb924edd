import { commands, window } from 'vscode';
import type { Services } from '../services.ts';

/** Asks which language model to use and for everything that it needs; true when one, or none, was chosen. */
export async function chooseModel({ keyring }: Services): Promise<boolean> {
  const { chooseModel: choose } = await import('../keys/model-setup.ts');
  const chosen = await choose(keyring);
  if (chosen === undefined) return false;
  if (chosen === 'lacks-key') await commands.executeCommand('backboneAi.setApiKey');
  else window.showInformationMessage(`BackBone: ${TEXTS[chosen]}`);
  return true;
}

const TEXTS = {
  model: 'the language model is chosen. "BackBone: Test API Key" asks it a small question.',
  none: 'no language model is used.',
} as const;
