import { join, resolve } from 'node:path';

/** The repository, which is also the extension under development. */
export const REPOSITORY = resolve(import.meta.dirname, '../..');

/** The packaged extension, as a user installs it; `scripts/test-vscode.ts` makes it. */
export const PACKAGE = join(REPOSITORY, '.cache/backbone-ai.vsix');

/** The suite that runs inside the extension host; `esbuild.mjs --tests` makes it. */
export const IN_HOST_BUNDLE = join(REPOSITORY, 'dist/test/in-host.cjs');
