import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CLI, NOTES } from '../support/cli.ts';
import { hostileEnvironment } from '../support/hostile-environment.ts';
import { run } from '../support/process.ts';
import { temporaryFolder } from '../support/tree.ts';

const RECORDER = new URL('../support/record-connections.mjs', import.meta.url).pathname;

test('the command line connects to nothing, whatever the environment says', async () => {
  const folder = await temporaryFolder();
  const connections = join(folder, 'connections.log');
  await writeFile(connections, '');
  const env = {
    ...hostileEnvironment('http://127.0.0.1:9/v1'),
    BACKBONE_TEST_CONNECTIONS: connections,
  };
  const args = ['--import', RECORDER, CLI, 'generate', NOTES, '--out', join(folder, 'out')];
  const { code, stdout, stderr } = await run(process.execPath, args, { env });
  expect(code, stderr).toBe(0);
  expect(await readFile(connections, 'utf8')).toBe('');
  expect(stdout + stderr).not.toContain('from-the-environment');
});
