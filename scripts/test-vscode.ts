import { startVitest } from 'vitest/node';
import { PACKAGE } from '../test/support/extension.ts';
import { mustRun } from '../test/support/process.ts';

// The extension in a real VS Code: inside its extension host, and as a person in its window.
await mustRun(process.execPath, ['esbuild.mjs', '--tests']);
await mustRun('vsce', ['package', '--no-dependencies', '--allow-missing-repository', '--out', PACKAGE]);
const vitest = await startVitest('test', process.argv.slice(2), {
  config: false,
  include: ['test/vscode/**/*.test.ts'],
  exclude: ['test/vscode/in-host/**'],
  fileParallelism: false,
  testTimeout: 90_000,
  hookTimeout: 180_000,
  watch: false,
});
await vitest.close();
