// Runs before anything is installed, on whatever Node the machine has, so it is plain JavaScript without dependencies.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.backbone-lock');
const neededNode = 24;

const lockHash = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');

if (!isInstalled()) install();
checkNode();

function isInstalled() {
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lockHash;
  const installed = join(modules, '.package-lock.json');
  if (!existsSync(installed)) return false;
  if (statSync(installed).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs) return false;
  writeFileSync(stamp, lockHash);
  return true;
}

function install() {
  console.error('Installing the packages of package-lock.json with "npm ci" …');
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.error)
    stop(`npm could not be started (${npm.error.message}); install Node.js 20 or newer with npm`);
  if (npm.status !== 0) stop('"npm ci" failed; check that the npm registry can be reached and run it again');
  writeFileSync(stamp, lockHash);
}

function checkNode() {
  const major =
    nodeFileMajor() ?? majorOf(spawnSync('node', ['--version'], { encoding: 'utf8' }).stdout ?? '');
  if (major >= neededNode) return;
  stop(
    `Node.js ${neededNode} or newer is needed and there is no prebuilt one for ${process.platform}-${process.arch} ` +
      `among the packages; install it from https://nodejs.org and put it first on PATH (found: ${major || 'none'})`,
  );
}

// Reading the version from the package costs nothing; starting the binary would cost 50 ms on every command.
function nodeFileMajor() {
  const manifest = join(
    modules,
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
    'package.json',
  );
  if (!existsSync(manifest) || !existsSync(join(modules, '.bin', 'node'))) return undefined;
  return majorOf(JSON.parse(readFileSync(manifest, 'utf8')).version);
}

function majorOf(version) {
  return Number.parseInt(version.replace(/^v/, ''), 10) || 0;
}

function stop(sentence) {
  console.error(sentence);
  process.exit(2);
}
