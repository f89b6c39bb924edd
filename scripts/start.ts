import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// Builds the CLI and generates the backend of the shop example with it.
process.chdir(fileURLToPath(new URL('..', import.meta.url)));

function step(...args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 2);
}

step('esbuild.mjs');
step('dist/cli.js', 'generate', 'examples/shop.backbone.json', '--out', 'generated/shop');
