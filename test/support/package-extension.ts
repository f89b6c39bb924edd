import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PACKAGE, REPOSITORY } from './extension.ts';
import { mustRun } from './process.ts';

/** Builds the extension with the suite that runs inside the editor, and packages it as users get it. */
export async function setup(): Promise<void> {
  await mustRun(process.execPath, ['esbuild.mjs', '--tests'], { cwd: REPOSITORY });
  await mkdir(dirname(PACKAGE), { recursive: true });
  await mustRun('npm', ['run', '--silent', 'package:ready', '--', '--out', PACKAGE], { cwd: REPOSITORY });
}
