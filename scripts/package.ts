import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Makes the VSIX of what is built. Arguments are those of `vsce package`, such as `--out`.
process.chdir(fileURLToPath(new URL('..', import.meta.url)));

// The Marketplace shows the pictures of the README from the repository that the manifest names.
const isPublic = 'repository' in JSON.parse(readFileSync('package.json', 'utf8'));
const local = ['--allow-missing-repository', '--no-rewrite-relative-links'];
if (!isPublic)
  console.error(
    'package.json names no repository, so this VSIX is for installing only: on the Marketplace its pictures would be missing.',
  );
const args = ['package', '--no-dependencies', ...(isPublic ? [] : local), ...process.argv.slice(2)];
process.exitCode =
  spawnSync('vsce', args, { stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1;
