import {
  type DiagnosticCollection,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  Disposable,
  type ExtensionContext,
  Location,
  type LogOutputChannel,
  languages,
  Range,
  type TextDocument,
  Uri,
  Diagnostic as VscodeDiagnostic,
  workspace,
} from 'vscode';
import type { Diagnostic, Severity, Range as TextRange } from '../core/index.ts';
import { isSchema } from './schemas.ts';
import { validateDocument } from './validate-document.ts';

const PAUSE_MS = 150;

/** Shows what is wrong with a schema while it is being typed. */
export function registerDiagnostics({ extensionUri }: ExtensionContext, log: LogOutputChannel): Disposable {
  const explanations = Uri.joinPath(extensionUri, 'docs', 'diagnostics.md');
  const collection = languages.createDiagnosticCollection('backbone');
  const pending = new Map<string, NodeJS.Timeout>();

  const forget = (document: TextDocument): void => {
    clearTimeout(pending.get(document.uri.toString()));
    pending.delete(document.uri.toString());
  };
  const schedule = (document: TextDocument, delay: number): void => {
    if (!isSchema(document)) return;
    forget(document);
    const check = () => publish(document, explanations, collection).catch((error) => log.error(error));
    pending.set(document.uri.toString(), setTimeout(check, delay));
  };

  const checkAll = (): void => {
    for (const document of workspace.textDocuments) schedule(document, 0);
  };
  checkAll();
  return Disposable.from(
    collection,
    workspace.onDidOpenTextDocument((document) => schedule(document, 0)),
    workspace.onDidChangeTextDocument(({ document }) => schedule(document, PAUSE_MS)),
    workspace.onDidCloseTextDocument((document) => {
      forget(document);
      collection.delete(document.uri);
    }),
    workspace.onDidChangeConfiguration((it) => {
      if (it.affectsConfiguration('backboneAi.limits')) checkAll();
    }),
    new Disposable(() => pending.forEach(clearTimeout)),
  );
}

async function publish(
  document: TextDocument,
  explanations: Uri,
  collection: DiagnosticCollection,
): Promise<void> {
  const { diagnostics } = await validateDocument(document);
  if (document.isClosed) return;
  collection.set(document.uri, toVscode(document.uri, explanations, diagnostics));
}

// VS Code's own JSON support reports these two as well, and knows them by its own names.
const REPORTED_BY_JSON_SUPPORT: ReadonlySet<string> = new Set(['BB001', 'BB002']);

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const satisfies Record<Severity, DiagnosticSeverity>;

/** Diagnostics as the editor wants them, without those that its JSON support shows; each code leads to its explanation. */
function toVscode(uri: Uri, explanations: Uri, diagnostics: readonly Diagnostic[]): VscodeDiagnostic[] {
  return diagnostics
    .filter((it) => !REPORTED_BY_JSON_SUPPORT.has(it.code))
    .map((it) => {
      const made = new VscodeDiagnostic(toRange(it.range), it.message, SEVERITIES[it.severity]);
      made.source = 'backbone';
      made.code = { value: it.code, target: explanations.with({ fragment: it.code.toLowerCase() }) };
      made.relatedInformation = it.related.map(
        ({ range, message }) => new DiagnosticRelatedInformation(new Location(uri, toRange(range)), message),
      );
      if (it.tags?.includes('unnecessary')) made.tags = [DiagnosticTag.Unnecessary];
      return made;
    });
}

/** A range as the editor wants it. */
export const toRange = ({ start, end }: TextRange): Range =>
  new Range(start.line, start.character, end.line, end.character);
