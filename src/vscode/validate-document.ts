import type { TextDocument } from 'vscode';
import type { Validation } from '../core/index.ts';
import { loadEngine } from './engine.ts';

/** Checks a schema as it is in the editor, within the limits that are set for it. */
export async function validateDocument(document: TextDocument): Promise<Validation> {
  const [{ validateText }, { currentLimits }] = await Promise.all([loadEngine(), import('./settings.ts')]);
  return validateText(document.getText(), currentLimits(document.uri));
}
