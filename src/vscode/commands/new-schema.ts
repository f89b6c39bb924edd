import { FileSystemError, type TextDocument, Uri, window, workspace } from 'vscode';

/** Asks for a name and opens a small schema that is valid as it is. */
export async function newSchema(): Promise<TextDocument | undefined> {
  const name = await window.showInputBox({
    title: 'New Schema',
    prompt: 'Name of the project',
    value: 'My Project',
    validateInput: (text) => (fileNameOf(text) === '' ? 'use at least one letter or digit' : undefined),
  });
  if (name === undefined) return undefined;
  const document = await create(name);
  if (document !== undefined) await window.showTextDocument(document);
  return document;
}

/** The schema that a new file begins with. */
export const firstSchema = (name: string): string => `${JSON.stringify(template(name), null, 2)}\n`;

async function create(name: string): Promise<TextDocument | undefined> {
  const folder = await chooseFolder();
  if (folder === undefined)
    return workspace.openTextDocument({ language: 'backbone', content: firstSchema(name) });
  if (folder === 'none') return undefined;
  const uri = Uri.joinPath(folder, `${fileNameOf(name)}.backbone.json`);
  if (await exists(uri)) {
    window.showInformationMessage(`BackBone: ${workspace.asRelativePath(uri)} exists already.`);
  } else {
    await workspace.fs.writeFile(uri, new TextEncoder().encode(firstSchema(name)));
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

const template = (name: string) => ({
  project_name: name.trim(),
  db_type: 'sqlite',
  schema: [
    {
      table_name: 'items',
      options: { use_timestamps: true },
      columns: [
        { name: 'id', type: 'Integer', primary_key: true },
        { name: 'name', type: 'String', length: 100, nullable: false, index: true },
      ],
    },
  ],
});
