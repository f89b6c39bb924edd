import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixtureExtension } from './fixture-extension.ts';
import type { ServerOptions } from './vscode-server.ts';

const RECORDER = new URL('record-connections.mjs', import.meta.url).href;

// Its experiments and its telemetry, which extensions of its own ask for whatever they are told.
const OF_VSCODE = /(^|\.)(exp-tas\.com|events\.data\.microsoft\.com|telemetry\.coder\.com)$/;

/** Everything that the extensions of an editor connect to. */
export type Connections = {
  /** What makes the editor record them. */
  readonly options: Required<Pick<ServerOptions, 'alter' | 'env'>>;
  /** The hosts so far, with their ports unless they are 443, each once, sorted; without those of VS Code itself. */
  readonly made: () => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
};

/** Records the connections of an editor that is started with the options, in whose extensions no name is found. */
export async function recordConnections(): Promise<Connections> {
  const folder = await mkdtemp(join(tmpdir(), 'backbone-connections-'));
  const file = join(folder, 'connections.log');
  await writeFile(file, '');
  return {
    options: {
      alter: fixtureExtension('connection-recorder'),
      env: { BACKBONE_TEST_RECORDER: RECORDER, BACKBONE_TEST_CONNECTIONS: file },
    },
    made: async () => {
      const lines = (await readFile(file, 'utf8')).split('\n').filter((it) => it !== '');
      const hosts = lines.map((it) => it.replace(/^lookup |^request \w+:\/\/|\/.*$|:443$/g, ''));
      return [...new Set(hosts)].filter((it) => !OF_VSCODE.test(it)).sort();
    },
    stop: () => rm(folder, { recursive: true, force: true }),
  };
}
