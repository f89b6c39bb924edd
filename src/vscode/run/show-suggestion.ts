import { window, workspace } from 'vscode';
import { toRange } from '../diagnostics.ts';
import { loadEngine } from '../engine.ts';
import type { Services } from '../services.ts';

/** Goes to the place in the schema that a suggestion is about. */
export async function showSuggestion({ runs }: Services, id: number): Promise<void> {
  const suggestion = runs.suggestion(id);
  const uri = runs.schema();
  if (suggestion === undefined || uri === undefined) return;
  const document = await workspace.openTextDocument(uri);
  const { DEFAULT_LIMITS, parseDocument } = await loadEngine();
  const range = parseDocument(document.getText(), DEFAULT_LIMITS).rangeOf(suggestion.pointer, 'value');
  await window.showTextDocument(document, { selection: toRange(range) });
}
