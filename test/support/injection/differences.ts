import { join, resolve } from 'node:path';
import { planFiles, renderFiles, type TemplateSet, validateText } from '../../../src/core/index.ts';
import { templateFolder } from '../../../src/host/template-folder.ts';
import { mustRun } from '../process.ts';
import type { Placed } from './place.ts';

/** Where a hostile project differs from the harmless one in more than its texts. */
export type Difference = readonly [number: number, path: string, what: string];

let templates: Promise<TemplateSet> | undefined;

/** Generates each pair of projects and compares them, as Python reads their files. */
export async function differences(all: readonly Placed[]): Promise<readonly Difference[]> {
  templates ??= templateFolder(resolve(import.meta.dirname, '../../../templates'));
  const set = await templates;
  const pairs = all.map((it) => ({
    plain: filesOf(it.plain, set),
    hostile: filesOf(it.hostile, set),
    identifiers: it.onlyTexts,
  }));
  const script = join(import.meta.dirname, 'compare.py');
  const printed = await mustRun('python3', [script], { input: JSON.stringify({ pairs }) });
  return [...pairs.flatMap((it, i) => strayPaths(it, i)), ...(JSON.parse(printed) as readonly Difference[])];
}

type File = readonly [path: string, text: string];

function filesOf(schema: string, set: TemplateSet): readonly File[] {
  const { model, diagnostics } = validateText(schema);
  if (model === undefined) throw new Error(JSON.stringify(diagnostics));
  return renderFiles(planFiles(model, set)).map((it) => [it.path, it.text]);
}

type Pair = {
  readonly plain: readonly File[];
  readonly hostile: readonly File[];
  readonly identifiers: boolean;
};

/** Paths that are not inside of the project, or that a text had a say in. */
function strayPaths({ plain, hostile, identifiers }: Pair, number: number): readonly Difference[] {
  return hostile.flatMap(([path], i): readonly Difference[] => {
    const isSafe = /^[\p{L}\p{N}_.][\p{L}\p{M}\p{N}_./-]*$/u.test(path) && !path.split('/').includes('..');
    const isSame = !identifiers || plain[i]?.[0] === path;
    return isSafe && isSame ? [] : [[number, path, 'another path']];
  });
}
