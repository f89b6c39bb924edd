import { commands } from 'vscode';
import { isAtWork } from '../hindrances.ts';
import type { Services } from '../services.ts';
import type { SetupReport } from '../setup/show-setup.ts';

/** Shows whether everything that the extension uses is there; undefined while something else is going on. */
export async function checkSetup(services: Services): Promise<SetupReport | undefined> {
  if (isAtWork(services)) return undefined;
  await commands.executeCommand('backboneAi.progress.focus', { preserveFocus: true });
  const { showSetup } = await import('../setup/show-setup.ts');
  return showSetup(services);
}
