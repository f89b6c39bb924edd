import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endGroup, mustRun, startGroup, untilPrinted } from './process.ts';
import { installVscodeServer, type VscodeRelease } from './vscode-install.ts';

/** Which extension the window runs: a source folder, or what a user would have installed. */
export type ExtensionUnderTest =
  | { readonly kind: 'development'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'vsix'; readonly path: string };

export type ServerOptions = {
  readonly extension: ExtensionUnderTest;
  readonly release?: VscodeRelease;
  /** `asked` leaves workspace trust on: a fresh folder is restricted until the user trusts it. */
  readonly trust?: 'granted' | 'asked';
  /** Written as the machine's settings, where machine-scoped settings live. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
};

export type VscodeServer = {
  readonly url: string;
  /** Where the window looks for the extension under development; undefined when it is installed. */
  readonly developmentPath: string | undefined;
  readonly dataDir: string;
  readonly extensionsDir: string;
  /** Whether log files are written, for which a part of the editor had to be compiled. */
  readonly writesLogs: boolean;
  readonly printed: () => string;
  readonly stop: () => Promise<void>;
};

/** Starts a complete VS Code server on a free port with data and extension folders of its own. */
export async function startVscodeServer(options: ServerOptions): Promise<VscodeServer> {
  const home = await installVscodeServer(options.release ?? 'newest');
  const dir = await mkdtemp(join(tmpdir(), 'backbone-vscode-'));
  const dataDir = join(dir, 'data');
  const extensionsDir = join(dir, 'extensions');
  await writeSettings(dataDir, options.settings ?? {});
  await mkdir(extensionsDir, { recursive: true });
  const main = join(home.folder, 'out/server-main.js');
  const folders = ['--server-data-dir', dataDir, '--extensions-dir', extensionsDir];
  await installExtension(options.extension, { node: home.node, main, folders, extensionsDir });
  // The driver makes the window obey the payload, and hides notifications, which a person would see.
  const driver = options.extension.kind === 'development' ? ['--enable-smoke-test-driver'] : [];
  const trust = options.trust === 'asked' ? [] : ['--disable-workspace-trust'];
  const child = startGroup(home.node, [main, ...listening, ...folders, ...trust, ...driver], {
    env: options.env ?? {},
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (printed += chunk));
  const port = (await untilPrinted(child, /Extension host agent listening on (\d+)/))[1];
  return {
    url: `http://127.0.0.1:${port}/`,
    developmentPath: options.extension.kind === 'development' ? options.extension.path : undefined,
    dataDir,
    extensionsDir,
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

type Installation = {
  readonly node: string;
  readonly main: string;
  readonly folders: readonly string[];
  readonly extensionsDir: string;
};

async function installExtension(extension: ExtensionUnderTest, into: Installation): Promise<void> {
  if (extension.kind === 'vsix') {
    await mustRun(into.node, [into.main, ...into.folders, '--install-extension', extension.path]);
  }
  if (extension.kind === 'folder') {
    const manifest = JSON.parse(await readFile(join(extension.path, 'package.json'), 'utf8'));
    const name = `${manifest.publisher}.${manifest.name}-${manifest.version}`;
    await cp(extension.path, join(into.extensionsDir, name), { recursive: true });
  }
}
