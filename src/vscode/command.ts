import { commands, type Disposable, type LogOutputChannel, window } from 'vscode';
import { Unavailable } from './unavailable.ts';

/** Registers a command; a failure that nobody expected is logged and told, and never reaches the editor. */
export function registerCommand(
  log: LogOutputChannel,
  name: string,
  action: (...args: unknown[]) => unknown,
): Disposable {
  return commands.registerCommand(`backboneAi.${name}`, async (...args: unknown[]) => {
    try {
      return await action(...args);
    } catch (error) {
      if (error instanceof Unavailable) window.showErrorMessage(`BackBone: ${error.message}`);
      else await tellFault(log, name, error);
      return undefined;
    }
  });
}

async function tellFault(log: LogOutputChannel, name: string, error: unknown): Promise<void> {
  log.error(error instanceof Error ? error : String(error));
  const open = 'Open Log';
  const chosen = await window.showErrorMessage(`BackBone: "${name}" failed unexpectedly`, open);
  if (chosen === open) log.show();
}
