import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { findChromium } from './chromium.ts';
import { PACKAGE, REPOSITORY } from './extension.ts';
import { mustRun } from './process.ts';
import { installVscodeServer } from './vscode-install.ts';

/** Has the editors and the browser installed, builds the suite that runs inside the editor, packages the extension. */
export async function setup(): Promise<void> {
  await findChromium();
  await installVscodeServer('newest');
  await installVscodeServer('oldest');
  await mustRun(process.execPath, ['esbuild.mjs', '--tests'], { cwd: REPOSITORY });
  await mkdir(dirname(PACKAGE), { recursive: true });
  await mustRun('npm', ['run', '--silent', 'package:ready', '--', '--out', PACKAGE], { cwd: REPOSITORY });
}
