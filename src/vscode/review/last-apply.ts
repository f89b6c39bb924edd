import { commands, type ExtensionContext } from 'vscode';

const LAST_APPLY = 'lastApply';

/** Where the last apply went; what it did is in the journal there. */
export type LastApply = { readonly target: string; readonly title: string };

/** The last apply that was not undone. */
export const lastApply = ({ workspaceState }: ExtensionContext): LastApply | undefined =>
  workspaceState.get<LastApply>(LAST_APPLY);

/** Makes an apply the one that can be undone; undefined forgets it. */
export async function rememberApply(context: ExtensionContext, apply: LastApply | undefined): Promise<void> {
  await context.workspaceState.update(LAST_APPLY, apply);
  await showWhetherUndoable(context);
}

/** Enables or disables the command. */
export const showWhetherUndoable = async (context: ExtensionContext): Promise<void> => {
  await commands.executeCommand('setContext', 'backboneAi.canUndo', lastApply(context) !== undefined);
};
