import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { TemplateSet } from '../core/index.ts';

/** Reads every template below a folder. */
export async function templateFolder(root: string): Promise<TemplateSet> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((it) => it.isFile() && it.name.endsWith('.mustache'));
  return Promise.all(
    files.map(async (it) => {
      const file = join(it.parentPath, it.name);
      const path = relative(root, file).split(sep).join('/');
      return { path, text: await readFile(file, 'utf8') };
    }),
  );
}
