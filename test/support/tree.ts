import { mkdir, mkdtemp, readdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';

/** A new empty folder for one test, outside the repository. */
export async function temporaryFolder(): Promise<string> {
  return realpath(await mkdtemp(join(tmpdir(), 'backbone-test-')));
}

/** Writes files below a folder, by their relative paths. */
export async function writeTree(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}

/** Every file below a folder with its text, sorted by path, except those below the journal. */
export async function readTree(root: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((it) => it.isFile()).map((it) => join(it.parentPath, it.name));
  const paths = files
    .map((it) => relative(root, it).split(sep).join('/'))
    .filter((it) => !it.includes('/journal/'));
  const pairs = await Promise.all(
    paths.sort().map(async (it) => [it, await readFile(join(root, it), 'utf8')] as const),
  );
  return Object.fromEntries(pairs);
}

/** Everything that is written in files below a folder, as one text. */
export async function textsBelow(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((it) => it.isFile()).map((it) => join(it.parentPath, it.name));
  return (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
}
