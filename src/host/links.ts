import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { ProjectPath } from '../core/index.ts';
import { errorCode } from './disk.ts';

/** The first folder of these paths that, links followed, lies outside the project. */
export async function firstOutside(root: string, paths: readonly ProjectPath[]): Promise<string | undefined> {
  const home = await realpathOfNearest(root);
  const folders = new Set(paths.map((it) => dirname(it)));
  for (const folder of folders) {
    const real = await realpathOfNearest(join(home, folder));
    const inside = relative(home, real);
    if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return folder;
  }
  return undefined;
}

async function realpathOfNearest(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return realpathOfNearest(dirname(path));
  }
}
