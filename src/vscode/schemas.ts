import { languages, type TextDocument, Uri, window, workspace } from 'vscode';
import { Unavailable } from './unavailable.ts';

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

/** The schema that a command means: the one it was called with, the one being edited, `last`, or one from a list. */
export async function findSchema(argument: unknown, last?: Uri): Promise<TextDocument | undefined> {
  if (argument instanceof Uri) return openSchema(argument);
  return shownSchema() ?? openOneOf((await ifThere(last)) ?? (await findSchemas(500)), chooseSchema);
}

const ifThere = async (uri: Uri | undefined): Promise<readonly Uri[] | undefined> =>
  uri &&
  workspace.fs.stat(uri).then(
    () => [uri],
    () => undefined,
  );

/** The schema that a command most likely means; nobody is asked, so undefined when it may be one of several. */
export async function likelySchema(last?: Uri): Promise<TextDocument | undefined> {
  const found = (await ifThere(last)) ?? (await findSchemas(2));
  return shownSchema() ?? openOneOf(found, async () => undefined);
}

function shownSchema(): TextDocument | undefined {
  const active = window.activeTextEditor?.document;
  if (active !== undefined && isSchema(active)) return active;
  const visible = window.visibleTextEditors.map((it) => it.document).filter(isSchema);
  return visible.length === 1 ? visible[0] : undefined;
}

async function openOneOf(
  found: readonly Uri[],
  choose: (found: readonly Uri[]) => Promise<Uri | undefined>,
): Promise<TextDocument | undefined> {
  const uri = found.length > 1 ? await choose(found) : found[0];
  return uri === undefined ? undefined : openSchema(uri);
}

const findSchemas = (most: number): Thenable<Uri[]> =>
  workspace.findFiles('**/*.backbone.json', '**/{node_modules,.venv}/**', most);

/** The document of a file; an error says why there is none. */
async function openSchema(uri: Uri): Promise<TextDocument> {
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    throw new Unavailable(`${schemaName(uri)} ${await whyClosed(uri)}`);
  }
}

// The editor gives no longer text to extensions.
const MOST_BYTES = 50 * 1024 * 1024;

const whyClosed = (uri: Uri): Thenable<string> =>
  workspace.fs.stat(uri).then(
    ({ size }) =>
      size > MOST_BYTES
        ? 'is larger than 50 MB, the most that the editor gives to extensions; use the command line for it.'
        : 'cannot be opened as text.',
    () => 'is gone.',
  );

/** Whether there is a schema in the workspace. */
export async function hasSchema(): Promise<boolean> {
  return (await findSchemas(1)).length > 0;
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
