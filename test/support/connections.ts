import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixtureExtension } from './fixture-extension.ts';
import type { ServerOptions } from './vscode-server.ts';

const RECORDER = new URL('record-connections.mjs', import.meta.url).href;

/** Everything that the extensions of an editor connect to. */
export type Connections = {
  /** What makes the editor record them. */
  readonly options: Required<Pick<ServerOptions, 'alter' | 'env'>>;
  /** The addresses and names so far, each once, in order. */
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
      return [...new Set(lines)];
    },
    stop: () => rm(folder, { recursive: true, force: true }),
  };
}
