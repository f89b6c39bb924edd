import { resolve } from 'node:path';
import { planFiles, validateText } from '../../src/core/index.ts';
import { renderFiles } from '../../src/core/render/render.ts';
import { templateFolder } from '../../src/host/template-folder.ts';

const templates = await templateFolder(resolve(import.meta.dirname, '../../templates'));

/** The files that a valid schema gives before ruff formats them, by path; throws what the rules say of any other. */
export function rendered(schema: object): ReadonlyMap<string, string> {
  const { model, diagnostics } = validateText(JSON.stringify(schema));
  if (model === undefined) throw new Error(diagnostics.map((it) => it.message).join('\n'));
  return new Map(renderFiles(planFiles(model, templates)).map((it) => [it.path, it.text]));
}
