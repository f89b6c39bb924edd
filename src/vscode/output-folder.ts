import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { type ExtensionContext, type TextDocument, Uri, window, workspace } from 'vscode';

const REMEMBERED = 'outputFolders';

/** What is known when a folder is chosen. */
export type FolderQuestion = {
  readonly schema: TextDocument;
  /** The setting `outputFolder`; empty when it is not set. */
  readonly setting: string;
  /** The name of the project's own folder. */
  readonly projectFolder: string;
};

/** The setting `outputFolder` of a schema; empty when it is not set. */
export const outputFolderSetting = (schema: TextDocument): string =>
  workspace.getConfiguration('backboneAi', schema.uri).get<string>('outputFolder', '').trim();

/** Where a schema's backend goes, as far as that is settled: by the setting, else by what was chosen before. */
export function knownOutputFolder(
  { workspaceState }: ExtensionContext,
  { schema, setting }: Omit<FolderQuestion, 'projectFolder'>,
): string | undefined {
  const beside = folderOf(schema);
  if (setting !== '' && (beside !== undefined || isAbsolute(setting))) return resolve(beside ?? '', setting);
  return workspaceState.get<Record<string, string>>(REMEMBERED, {})[schema.uri.toString()];
}

/** Where a schema's backend goes: what is settled, or what is chosen now; undefined means never mind. */
export async function chooseOutputFolder(
  context: ExtensionContext,
  question: FolderQuestion,
): Promise<string | undefined> {
  const known = knownOutputFolder(context, question);
  if (known !== undefined) return known;
  const { schema, projectFolder } = question;
  const chosen = await ask(folderOf(schema), projectFolder);
  if (chosen === undefined) return undefined;
  const remembered = context.workspaceState.get<Record<string, string>>(REMEMBERED, {});
  await context.workspaceState.update(REMEMBERED, { ...remembered, [schema.uri.toString()]: chosen });
  return chosen;
}

const folderOf = ({ uri }: TextDocument): string | undefined =>
  uri.scheme === 'file' ? dirname(uri.fsPath) : undefined;

/** Whether a folder lies in one of the workspace's folders, or is one. */
export const isInWorkspace = (folder: string): boolean =>
  (workspace.workspaceFolders ?? []).some(({ uri }) => {
    const inside = relative(uri.fsPath, folder);
    return !inside.startsWith('..') && !isAbsolute(inside);
  });

async function ask(beside: string | undefined, name: string): Promise<string | undefined> {
  const suggested = beside === undefined ? undefined : join(beside, name);
  const other = { label: '$(folder-opened) Choose another folder…', folder: undefined };
  const items = [
    ...(suggested === undefined
      ? []
      : [{ label: `$(new-folder) ${name}`, description: suggested, folder: suggested }]),
    other,
  ];
  const chosen = await window.showQuickPick(items, {
    title: 'Generate Backend',
    placeHolder: 'Folder to generate into; it is remembered for this schema',
    // Asked from the walkthrough, whose page takes the focus while it scrolls.
    ignoreFocusOut: true,
  });
  if (chosen !== other) return chosen?.folder;
  const [folder] = (await window.showOpenDialog(dialog(beside))) ?? [];
  return folder?.fsPath;
}

const dialog = (beside: string | undefined) => ({
  canSelectFiles: false,
  canSelectFolders: true,
  openLabel: 'Generate Here',
  ...(beside === undefined ? {} : { defaultUri: Uri.file(beside) }),
});
