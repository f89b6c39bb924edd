import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { acceptFiles, planFiles, type RenderedFile, validateText } from '../../src/core/index.ts';
import { renderFiles } from '../../src/core/render/render.ts';
import { ruffChecker } from '../../src/host/ruff.ts';
import { templateFolder } from '../../src/host/template-folder.ts';
import type { Project } from './generated-project.ts';

const templates = await templateFolder(resolve(import.meta.dirname, '../../templates'));
const checker = ruffChecker(() => import('@astral-sh/ruff-wasm-nodejs'));

function filesOf(text: string): readonly RenderedFile[] {
  const { model, diagnostics } = validateText(text);
  if (model === undefined) throw new Error(diagnostics.map((it) => it.message).join('\n'));
  return renderFiles(planFiles(model, templates));
}

/** The files that a valid schema gives before ruff formats them, by path; throws what the rules say of any other. */
export const rendered = (schema: object): ReadonlyMap<string, string> =>
  new Map(filesOf(JSON.stringify(schema)).map((it) => [it.path, it.text]));

/**
 * Writes the backend of a valid schema into a folder, by the steps of a generation but without another process, which
 * would take far longer; throws what its own check finds in it.
 */
export async function writeProject(schema: string, folder: string): Promise<Project> {
  const report = await checker.check(filesOf(schema), new AbortController().signal);
  const files = acceptFiles(report);
  if (files === undefined) throw new Error(report.problems.map((it) => JSON.stringify(it)).join('\n'));
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const textOf = (path: string): string => files.find((it) => it.path === path)?.text ?? '';
  const dependencies = { constraints: textOf('constraints.txt'), pyproject: textOf('pyproject.toml') };
  return { name: 'proof', folder, schema, dependencies };
}
