import { commands } from 'vscode';
import type { Services } from '../services.ts';

/** Opens the walkthrough, which leads from an empty folder to a backend. */
export async function getStarted({ context }: Services): Promise<void> {
  await commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#start`, false);
  // A tab that is only previewed would go with the first file that a step opens.
  await commands.executeCommand('workbench.action.keepEditor');
}
