import { lstat, mkdir, readdir, readFile, realpath, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import { JOURNAL } from '../core/index.ts';

/** The few operations by which a project folder is changed; tests end the process in between. */
export type Disk = {
  /** Writes beside the file and renames, so that a reader sees the old or the new text, never a part. */
  replace(path: string, text: string): Promise<void>;
  /** Deletes a file and the folders that it leaves empty, but never `root`. */
  remove(path: string, root: string): Promise<void>;
  /** Renames a file or a folder; a file that is there is replaced. */
  move(from: string, to: string): Promise<void>;
};

/** The real file system. */
export const nodeDisk: Disk = {
  async replace(path, text) {
    const beside = besideOf(path);
    const write = () => writeFile(beside, text, { flag: 'wx', flush: path.includes(JOURNAL) });
    try {
      await write().catch(async (error: unknown) => {
        await makeRoom(beside, error);
        await write();
      });
      await rename(beside, path);
    } catch (error) {
      await discard(beside);
      throw error;
    }
  },
  async remove(path, root) {
    await rm(path, { force: true });
    await removeEmptyParents(dirname(path), root);
  },
  move: rename,
};

/** Deletes what a full disk left half written; a disk that is broken in another way may refuse this as well. */
export const discard = (path: string): Promise<void> => rm(path, { force: true }).catch(() => undefined);

/** Makes the missing folder; or removes what lies there, which may be a link, so it is never written through. */
async function makeRoom(beside: string, error: unknown): Promise<void> {
  const code = errorCode(error);
  if (code === 'ENOENT') await mkdir(dirname(beside), { recursive: true });
  else if (code === 'EEXIST') await rm(beside, { force: true });
  else throw error;
}

/** Deletes a folder when it is empty, and so on upwards, but never `root`. */
export async function removeEmptyParents(folder: string, root: string): Promise<void> {
  if (!folder.startsWith(root + sep)) return;
  try {
    await rmdir(folder);
  } catch {
    return;
  }
  await removeEmptyParents(dirname(folder), root);
}

/** The file that `replace` writes first; only a process that was ended in between leaves one. */
export const besideOf = (path: string): string => `${path}.backbone-tmp`;

/** The text of a file, `absent`, or `unreadable` for a folder, a link or bytes that are not UTF-8. */
export async function readText(path: string): Promise<{ readonly text: string } | 'absent' | 'unreadable'> {
  try {
    const info = await lstat(path);
    if (!info.isFile()) return 'unreadable';
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path)) };
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return 'absent';
    if (error instanceof TypeError) return 'unreadable';
    throw error;
  }
}

/** What is at a path, links followed. */
export async function kindOf(path: string): Promise<'absent' | 'folder' | 'other'> {
  try {
    return (await lstat(await realpath(path))).isDirectory() ? 'folder' : 'other';
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return 'absent';
    if (code === 'ENOTDIR') return 'other';
    throw error;
  }
}

/** The code of a file-system error, such as `ENOENT`. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** The names of the files in a folder; none when there is no folder. */
export async function listFolder(path: string): Promise<readonly string[]> {
  try {
    return (await readdir(path, { withFileTypes: true })).filter((it) => it.isFile()).map((it) => it.name);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return [];
    throw error;
  }
}
