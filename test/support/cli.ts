import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Finished, run } from './process.ts';

/** The folder of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The command line as it is built. */
export const CLI = join(ROOT, 'dist/cli.js');

/** A schema without problems. */
export const NOTES = join(ROOT, 'examples/notes.backbone.json');

/** Runs the command line to its end. */
export const backbone = (...args: readonly string[]): Promise<Finished> =>
  run(process.execPath, [CLI, ...args]);

/** Root may write everywhere, so as root a command runs as another user. */
export function asOrdinaryUser(command: string, args: readonly string[]): Promise<Finished> {
  const isRoot = process.getuid?.() === 0;
  return isRoot ? run('runuser', ['-u', 'nobody', '--', command, ...args]) : run(command, args);
}
