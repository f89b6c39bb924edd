import type { Diagnostic, Workspace } from '@astral-sh/ruff-wasm-nodejs';
import type { CheckReport, CodeProblem, RenderedFile } from '../core/index.ts';
import type { PythonChecker } from '../workflow/ports.ts';
import { RUFF_SETTINGS } from './ruff-settings.ts';

/** Formats and checks one Python text. */
export type CheckText = (file: RenderedFile) => CheckReport;

/** Most files that are checked before other work of the process gets its turn. */
const BATCH = 20;

/** Ruff inside this process; the module (10 MB of WebAssembly) is loaded with the first file. */
export function ruffChecker(
  load: () => Promise<typeof import('@astral-sh/ruff-wasm-nodejs')>,
): PythonChecker {
  let ready: Promise<CheckText> | undefined;
  return {
    async check(files, signal) {
      ready ??= load().then(checkText);
      const check = await ready;
      const reports: CheckReport[] = [];
      for (const [index, file] of files.entries()) {
        signal.throwIfAborted();
        reports.push(file.path.endsWith('.py') ? check(file) : { files: [file], problems: [] });
        if (index % BATCH === BATCH - 1) await new Promise(setImmediate);
      }
      return { files: reports.flatMap((it) => it.files), problems: reports.flatMap((it) => it.problems) };
    },
  };
}

function checkText(ruff: typeof import('@astral-sh/ruff-wasm-nodejs')): CheckText {
  const workspaces = new Map<string, Workspace>();
  const workspaceFor = (path: string): Workspace => {
    const codes = ignoredIn(path);
    const known = workspaces.get(codes.join());
    if (known !== undefined) return known;
    const { lint, ...settings } = RUFF_SETTINGS;
    const made = new ruff.Workspace(
      { ...settings, lint: { ...lint, ignore: [...lint.ignore, ...codes] } },
      ruff.PositionEncoding.Utf16,
    );
    workspaces.set(codes.join(), made);
    return made;
  };
  return (file) => {
    const workspace = workspaceFor(file.path);
    const found = check(workspace, file.text);
    const broken = found.filter((it) => it.code === 'invalid-syntax');
    if (broken.length > 0) return { files: [file], problems: broken.map((it) => problem(file, it)) };
    const sorted = sortImports(workspace, file.text, found);
    const text = workspace.format(sorted.text);
    return { files: [{ ...file, text }], problems: sorted.rest.map((it) => problem(file, it)) };
  };
}

/** What is ignored in a file by its path, which ruff is not told here. */
const ignoredIn = (path: string): readonly string[] =>
  Object.entries<readonly string[]>(RUFF_SETTINGS.lint['per-file-ignores']).flatMap(([pattern, codes]) =>
    path.startsWith(pattern.replace(/\*\*$/, '')) ? codes : [],
  );

const check = (workspace: Workspace, text: string): readonly Diagnostic[] =>
  workspace.check(text) as Diagnostic[];

type Sorted = { readonly text: string; readonly rest: readonly Diagnostic[] };

/**
 * Applies the fixes of I001 (unsorted imports), the only ones that are always right. They concern blocks of imports,
 * which do not overlap, and change nothing that another rule looks at, so a file without other findings is done.
 */
function sortImports(workspace: Workspace, text: string, found: readonly Diagnostic[]): Sorted {
  const isUnsorted = (it: Diagnostic): boolean => it.code === 'I001' && it.fix !== null;
  const edits = found.filter(isUnsorted).flatMap((it) => it.fix?.edits ?? []);
  if (edits.length === 0) return { text, rest: found };
  const sorted = applyEdits(text, edits);
  return { text: sorted, rest: found.every(isUnsorted) ? [] : check(workspace, sorted) };
}

type Edit = NonNullable<Diagnostic['fix']>['edits'][number];

function applyEdits(text: string, edits: readonly Edit[]): string {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  const offset = (at: { row: number; column: number }): number =>
    (starts[at.row - 1] ?? text.length) + at.column - 1;
  const fromTheEnd = edits.toSorted((a, b) => offset(b.location) - offset(a.location));
  return fromTheEnd.reduce(
    (all, it) => all.slice(0, offset(it.location)) + (it.content ?? '') + all.slice(offset(it.end_location)),
    text,
  );
}

function problem(file: RenderedFile, it: Diagnostic): CodeProblem {
  return {
    path: file.path,
    line: it.start_location.row,
    column: it.start_location.column,
    code: it.code ?? '',
    message: it.message,
  };
}
