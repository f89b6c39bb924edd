import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACKAGE, REPOSITORY } from './extension.ts';
import { endGroup, mustRun, startGroup, untilPrinted } from './process.ts';
import { installVscodeServer, type VscodeRelease } from './vscode-install.ts';

export type ServerOptions = {
  readonly release?: VscodeRelease;
  /** `asked` leaves workspace trust on: a fresh folder is restricted until the user trusts it. */
  readonly trust?: 'granted' | 'asked';
  /** Written as the machine's settings, where machine-scoped settings live. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Lets a test bundle run in the window's extension host, and hides notifications, which a person would see. */
  readonly driven?: boolean;
  /** Changes the installed extension in its folder before anything starts. */
  readonly alter?: (extensionFolder: string) => Promise<void>;
};

export type VscodeServer = {
  readonly url: string;
  /** The folder of the installed extension, if a test bundle is to run with it. */
  readonly drivenExtension: string | undefined;
  readonly dataDir: string;
  /** Whether log files are written, for which a part of the editor had to be compiled. */
  readonly writesLogs: boolean;
  readonly printed: () => string;
  readonly stop: () => Promise<void>;
};

/** Starts a complete VS Code server on a free port, with folders of its own and the packaged extension installed. */
export async function startVscodeServer(options: ServerOptions = {}): Promise<VscodeServer> {
  const home = await installVscodeServer(options.release ?? 'newest');
  const dir = await mkdtemp(join(tmpdir(), 'backbone-vscode-'));
  const dataDir = join(dir, 'data');
  const extensionsDir = join(dir, 'extensions');
  await writeSettings(dataDir, options.settings ?? {});
  await mkdir(extensionsDir, { recursive: true });
  const main = join(home.folder, 'out/server-main.js');
  const folders = ['--server-data-dir', dataDir, '--extensions-dir', extensionsDir];
  await mustRun(home.node, [main, ...folders, '--install-extension', PACKAGE]);
  const installed = join(extensionsDir, await installedName());
  await options.alter?.(installed);
  const driver = options.driven === true ? ['--enable-smoke-test-driver'] : [];
  const trust = options.trust === 'asked' ? [] : ['--disable-workspace-trust'];
  const child = startGroup(home.node, [main, ...listening, ...folders, ...trust, ...driver], {
    env: options.env ?? {},
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (printed += chunk));
  const port = (await untilPrinted(child, /Extension host agent listening on (\d+)/))[1];
  return {
    url: `http://127.0.0.1:${port}/`,
    drivenExtension: options.driven === true ? installed : undefined,
    dataDir,
    writesLogs: existsSync(join(home.folder, 'node_modules/@vscode/spdlog/build/Release/spdlog.node')),
    printed: () => printed,
    stop: async () => {
      await endGroup(child);
      await rm(dir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const listening = [
  '--host=127.0.0.1',
  '--port=0',
  '--without-connection-token',
  '--accept-server-license-terms',
  '--telemetry-level=off',
];

async function writeSettings(dataDir: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
  const folder = join(dataDir, 'data/Machine');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), JSON.stringify({ ...quietWindow, ...settings }, null, 2));
}

const quietWindow = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.banner': 'always',
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'chat.disableAIFeatures': true,
};

async function installedName(): Promise<string> {
  const { publisher, name, version } = JSON.parse(await readFile(join(REPOSITORY, 'package.json'), 'utf8'));
  return `${publisher}.${name}-${version}`;
}
