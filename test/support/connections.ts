import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const RECORDER = new URL('record-connections.mjs', import.meta.url).pathname;

/** Everything that the processes of an editor connect to. */
export type Connections = {
  /** What makes Node record them. */
  readonly env: Readonly<Record<string, string>>;
  /** The addresses and names so far, each once, in order. */
  readonly made: () => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
};

/** Records the connections of every process that is started with `env`; no name is found. */
export async function recordConnections(): Promise<Connections> {
  const folder = await mkdtemp(join(tmpdir(), 'backbone-connections-'));
  const file = join(folder, 'connections.log');
  await writeFile(file, '');
  return {
    env: { NODE_OPTIONS: `--import ${RECORDER}`, BACKBONE_TEST_CONNECTIONS: file },
    made: async () => {
      const lines = (await readFile(file, 'utf8')).split('\n').filter((it) => it !== '');
      // code-server counts its users, whatever it is told.
      return [...new Set(lines)].filter((it) => !it.includes('telemetry.coder.com'));
    },
    stop: () => rm(folder, { recursive: true, force: true }),
  };
}
