import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { mustRun, run } from './process.ts';

/** The code-server releases the suites run on: VS Code 1.139 and 1.106, each on the Node it ships with. */
export const VSCODE_RELEASES = {
  newest: { version: '4.139.1', node: undefined },
  oldest: { version: '4.106.3', node: '22.20.0' },
} as const;

export type VscodeRelease = keyof typeof VSCODE_RELEASES;

/** An installed server: the folder of `out/server-main.js`, and the Node that runs it. */
export type VscodeHome = { readonly folder: string; readonly node: string };

const SERVER = 'node_modules/code-server/lib/vscode';

const cache = resolve(import.meta.dirname, '../../.vscode-test');

/** Finds a complete VS Code server, installing it from npm into the git-ignored cache on first use. */
export async function installVscodeServer(release: VscodeRelease): Promise<VscodeHome> {
  const { version, node } = VSCODE_RELEASES[release];
  const home = join(cache, `code-server-${version}`);
  const installed: VscodeHome = {
    folder: join(home, SERVER),
    node: node === undefined ? process.execPath : join(home, 'node_modules/.bin/node'),
  };
  if (existsSync(join(home, 'complete'))) return installed;
  console.error(`Installing code-server ${version} (a complete VS Code) into .vscode-test …`);
  await mkdir(cache, { recursive: true });
  // Built beside and renamed, so that an interrupted installation is never mistaken for a complete one.
  const staging = await mkdtemp(join(cache, 'installing-'));
  try {
    await installInto(staging, [`code-server@${version}`, ...(node ? [`${nodePackage()}@${node}`] : [])]);
    if (release === 'newest') await compileLogger(join(staging, SERVER));
    await writeFile(join(staging, 'complete'), version);
    await rename(staging, home);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!existsSync(join(home, 'complete'))) throw error;
  }
  return installed;
}

// A host hangs on a newer Node than its own, so the oldest release brings the one of its time.
function nodePackage(): string {
  return `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
}

async function installInto(folder: string, packages: readonly string[]): Promise<void> {
  await writeFile(join(folder, 'package.json'), '{"private":true}\n');
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await mustRun('npm', ['install', ...quiet, ...packages], { cwd: folder });
  const server = join(folder, SERVER);
  await useWatcherFromRegistry(server);
  await mustRun('npm', ['install', '--omit=dev', ...quiet], { cwd: server });
  await mustRun('npm', ['install', '--omit=dev', ...quiet], { cwd: join(server, 'extensions') });
}

// Without this part the editor works and writes no log files. It needs a C++ compiler and Node's headers, which a
// machine may lack, so tests that read logs ask the server whether there are any.
async function compileLogger(server: string): Promise<void> {
  const { code } = await run('npm', ['rebuild', '--ignore-scripts=false', '@vscode/spdlog'], { cwd: server });
  if (code !== 0)
    console.error("The editor's logger cannot be compiled here, so no log files are searched for keys.");
}

// Older releases take the file watcher from GitHub; the registry has the same code, with prebuilt binaries.
async function useWatcherFromRegistry(server: string): Promise<void> {
  const watcher = '@parcel/watcher';
  const manifest = JSON.parse(await readFile(join(server, 'package.json'), 'utf8'));
  if (!/[/#]/.test(manifest.dependencies[watcher])) return;
  manifest.dependencies[watcher] = '^2.5.1';
  await writeFile(join(server, 'package.json'), JSON.stringify(manifest));
  const lockFile = join(server, 'npm-shrinkwrap.json');
  const lock = JSON.parse(await readFile(lockFile, 'utf8'));
  lock.packages[''].dependencies[watcher] = '^2.5.1';
  delete lock.packages[`node_modules/${watcher}`];
  await writeFile(lockFile, JSON.stringify(lock));
}
