import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { Range, type TextDocument, WorkspaceEdit, window, workspace } from 'vscode';
import { failure, type ProjectPath } from '../../core/index.ts';
import { type Disk, nodeDisk } from '../../host/disk.ts';
import { type ProjectFolder, projectFolder } from '../../host/project-folder.ts';
import type { Recovery } from '../../host/recovery.ts';
import { recoveryText } from '../../host/recovery-text.ts';
import type { ProjectFiles } from '../../workflow/ports.ts';

/** A project folder as the editor sees it: open documents are edited and saved, unsaved ones are never overwritten. */
export function editorFolder(root: string): ProjectFolder {
  const folder = projectFolder(root, editorDisk, tellRecovery);
  const apply: ProjectFiles['apply'] = async (plan) => {
    const unsaved = unsavedPaths(root);
    const paths = plan.writes.map((it) => it.path).filter((it) => unsaved.has(it));
    return paths.length > 0 ? failure({ kind: 'unsaved', paths }) : folder.apply(plan);
  };
  const undo: ProjectFolder['undo'] = async () => {
    const paths = [...unsavedPaths(root)] as ProjectPath[];
    return paths.length > 0 ? failure({ kind: 'unsaved', paths }) : folder.undo();
  };
  return { ...folder, apply, undo };
}

function tellRecovery(recovery: Recovery): void {
  window.showWarningMessage(`BackBone: ${recoveryText(recovery)}.`);
}

/** Files below a folder that have unsaved changes, as paths relative to it. */
export function unsavedPaths(root: string): ReadonlySet<string> {
  const unsaved = workspace.textDocuments.filter((it) => it.isDirty && it.uri.scheme === 'file');
  const paths = unsaved.map((it) => relative(root, it.uri.fsPath).replaceAll('\\', '/'));
  return new Set(paths.filter((it) => !it.startsWith('..')));
}

const editorDisk: Disk = {
  ...nodeDisk,
  replace: async (path, text) => {
    const open = workspace.textDocuments.find((it) => it.uri.scheme === 'file' && it.uri.fsPath === path);
    if (open !== undefined) await editAndSave(open, text);
    // Formatting on save, or a save that did not happen, must not decide what is on disk.
    if (open === undefined || (await onDisk(path)) !== text) await nodeDisk.replace(path, text);
  },
};

async function editAndSave(document: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  const all = new Range(0, 0, document.lineCount, 0);
  edit.replace(document.uri, all, text.replace(/^\ufeff/, ''));
  if (await workspace.applyEdit(edit)) await document.save();
}

const onDisk = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined);
