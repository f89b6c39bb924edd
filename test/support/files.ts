import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Every file below a folder as path and text, without the journal of the last apply. */
export async function filesBelow(root: string): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((it) => it.isFile()).map((it) => join(it.parentPath, it.name));
  const files = await Promise.all(
    paths.map(
      async (path) => [relative(root, path).split(sep).join('/'), await readFile(path, 'utf8')] as const,
    ),
  );
  return Object.fromEntries(files.filter(([path]) => !path.startsWith('.backbone/journal/')).sort());
}

/** The generated files among them, without the bookkeeping. */
export function withoutBookkeeping(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('.backbone/')));
}
