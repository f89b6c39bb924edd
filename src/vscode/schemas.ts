import { languages, type TextDocument, Uri, window, workspace } from 'vscode';

// People may map our files back to JSON, so the file's name counts as well as the language.
const SELECTOR = [
  { language: 'backbone' },
  { language: 'json', pattern: '**/*.backbone.json' },
  { language: 'jsonc', pattern: '**/*.backbone.json' },
];

const NOT_EDITED_BY_PEOPLE: ReadonlySet<string> = new Set(['git', 'backbone-proposed', 'backbone-empty']);

/** Whether a document is a schema that somebody edits. */
export const isSchema = (document: TextDocument): boolean =>
  languages.match(SELECTOR, document) > 0 && !NOT_EDITED_BY_PEOPLE.has(document.uri.scheme);

/** The file's name, for messages. */
export const schemaName = (uri: Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);

/** The schema that a command means: the one it was called with, the one being edited, or one chosen from a list. */
export async function findSchema(argument?: unknown): Promise<TextDocument | undefined> {
  if (argument instanceof Uri) return workspace.openTextDocument(argument);
  const active = window.activeTextEditor?.document;
  if (active !== undefined && isSchema(active)) return active;
  const visible = window.visibleTextEditors.map((it) => it.document).filter(isSchema);
  if (visible.length === 1) return visible[0];
  const found = await workspace.findFiles('**/*.backbone.json', '**/{node_modules,.venv}/**', 500);
  const uri = found.length > 1 ? await chooseSchema(found) : found[0];
  return uri === undefined ? undefined : workspace.openTextDocument(uri);
}

/** Whether the workspace has any schema. */
export async function hasSchema(): Promise<boolean> {
  const found = await workspace.findFiles('**/*.backbone.json', '**/{node_modules,.venv}/**', 1);
  return found.length > 0;
}

async function chooseSchema(found: readonly Uri[]): Promise<Uri | undefined> {
  const items = found.map((uri) => ({
    label: schemaName(uri),
    description: workspace.asRelativePath(uri),
    uri,
  }));
  const chosen = await window.showQuickPick(
    items.toSorted((a, b) => a.description.localeCompare(b.description)),
    { placeHolder: 'Schema to use' },
  );
  return chosen?.uri;
}
