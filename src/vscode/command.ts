import { commands, type Disposable, type LogOutputChannel, window } from 'vscode';

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
      log.error(error instanceof Error ? error : String(error));
      const open = 'Open Log';
      const chosen = await window.showErrorMessage(`BackBone: "${name}" failed unexpectedly`, open);
      if (chosen === open) log.show();
      return undefined;
    }
  });
}
