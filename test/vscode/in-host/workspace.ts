import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  languages,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { GenerateResult } from '../../../src/vscode/commands/generate-backend.ts';
import type { Outcome } from '../../../src/workflow/outcome.ts';

/** The folder that is open in the window. */
export const root = (): string => workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';

/** Where the workspace's settings send generated backends. */
export const target = (path = ''): string => join(root(), 'out', path);

export const schemaUri = (): Uri => Uri.file(join(root(), 'shop.backbone.json'));

export const openShop = async (): Promise<TextDocument> => workspace.openTextDocument(schemaUri());

export const generate = (): Thenable<GenerateResult> =>
  commands.executeCommand('backboneAi.generateBackend', schemaUri());

export const apply = (): Thenable<Outcome | undefined> => commands.executeCommand('backboneAi.applyChanges');

/** Replaces the first occurrence of a text in a document, without saving. */
export async function replace(document: TextDocument, from: string, to: string): Promise<void> {
  const start = document.getText().indexOf(from);
  if (start < 0) throw new Error(`"${from}" is not in ${document.uri.path}`);
  const edit = new WorkspaceEdit();
  const range = new Range(document.positionAt(start), document.positionAt(start + from.length));
  edit.replace(document.uri, range, to);
  await workspace.applyEdit(edit);
}

/** Resolves when the diagnostics of a document are as wanted. */
export function untilDiagnostics(
  uri: Uri,
  wanted: (diagnostics: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  return new Promise((resolve) => {
    const look = (): void => {
      const found = languages.getDiagnostics(uri);
      if (!wanted(found)) return;
      subscription.dispose();
      resolve(found);
    };
    const subscription = languages.onDidChangeDiagnostics(look);
    look();
  });
}

/** Whether a diagnostic is more than a remark. */
export const isBad = ({ severity }: Diagnostic): boolean => severity <= DiagnosticSeverity.Warning;

/** The code of a diagnostic of ours. */
export const codeOf = (diagnostic: Diagnostic | undefined): string | undefined =>
  typeof diagnostic?.code === 'object' ? String(diagnostic.code.value) : undefined;

let original = '';

/** Remembers the schema so that `restore` can bring it back. */
export async function remember(): Promise<void> {
  original = (await openShop()).getText();
}

/** Ends any review, removes what was generated and brings the schema back. */
export async function restore(): Promise<void> {
  await commands.executeCommand('backboneAi.discardChanges');
  for (const document of workspace.textDocuments.filter((it) => it.isDirty)) {
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.files.revert');
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
  // Through the document: a file written behind its back would reach it at some later time.
  const shop = await openShop();
  if (shop.getText() !== original) await replace(shop, shop.getText(), original);
  await shop.save();
  await rm(target(), { recursive: true, force: true });
}
