import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { failure, type ProjectPath, type Result, success } from '../core/index.ts';
import type { ProjectFailure } from '../workflow/ports.ts';
import { errorCode } from './disk.ts';
import { JOURNAL_FILES } from './journal.ts';

/** Refuses links that lead out, those of our own bookkeeping included: a repository may come with any link. */
export async function checkInside(
  root: string,
  paths: readonly ProjectPath[],
): Promise<Result<void, ProjectFailure>> {
  const outside = await firstOutside(root, [...paths, JOURNAL_FILES.last]);
  return outside === undefined ? success(undefined) : failure({ kind: 'outside', path: outside });
}

/** The first folder of these paths that, links followed, lies outside the project. */
async function firstOutside(root: string, paths: readonly ProjectPath[]): Promise<string | undefined> {
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
