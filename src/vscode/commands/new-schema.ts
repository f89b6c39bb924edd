import { FileSystemError, type TabGroup, type TextDocument, Uri, window, workspace } from 'vscode';
import { loadEngine } from '../engine.ts';

/** Asks for a name and opens a small schema that is valid as it is. */
export async function newSchema(): Promise<TextDocument | undefined> {
  const { activeTabGroup } = window.tabGroups;
  const name = await window.showInputBox({
    title: 'New Schema',
    prompt: 'Name of the project',
    value: 'My Project',
    validateInput: (text) => (fileNameOf(text) === '' ? 'use at least one letter or digit' : undefined),
  });
  if (name === undefined) return undefined;
  const document = await create(name);
  if (document !== undefined) await window.showTextDocument(document, emptyGroup() ?? activeTabGroup);
  return document;
}

/** The walkthrough opens a group for the schema, but its page may have taken the focus back from the question. */
const emptyGroup = (): TabGroup | undefined => window.tabGroups.all.find((it) => it.tabs.length === 0);

async function create(name: string): Promise<TextDocument | undefined> {
  const folder = await chooseFolder();
  const { firstSchema } = await loadEngine();
  const content = `${JSON.stringify(firstSchema(name.trim()), null, 2)}\n`;
  if (folder === undefined) return workspace.openTextDocument({ language: 'backbone', content });
  if (folder === 'none') return undefined;
  const uri = Uri.joinPath(folder, `${fileNameOf(name)}.backbone.json`);
  if (await exists(uri)) {
    window.showInformationMessage(`BackBone: ${workspace.asRelativePath(uri)} exists already.`);
  } else {
    await workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  }
  return workspace.openTextDocument(uri);
}

async function chooseFolder(): Promise<Uri | 'none' | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0]?.uri;
  return (await window.showWorkspaceFolderPick())?.uri ?? 'none';
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}

const fileNameOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
