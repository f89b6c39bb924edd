import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RemoteProviderId } from '../../src/workflow/settings.ts';
import { hostileEnvironment } from '../support/hostile-environment.ts';
import { type LlmServer, startLlmServer } from '../support/llm-server.ts';
import { CANARY, WIRES } from '../support/test-model.ts';
import type { LlmStep } from '../support/wire/wire.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const REVIEW = { suggestions: [{ topic: 'naming', table: 'orders', column: null, message: 'Fine.' }] };
const GOOD: LlmStep = { kind: 'answer', value: REVIEW };

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backbone-sealed-'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  const sealed: BuildOptions = (await import(here('../../esbuild.mjs'))).esm;
  const { define: _define, plugins: _plugins, ...open } = sealed;
  await Promise.all([bundle('sealed', sealed), bundle('open', open)]);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each<[RemoteProviderId, string]>([
  ['openai', '/v1/chat/completions'],
  ['openai-compatible', '/v1/chat/completions'],
  ['anthropic', '/v1/messages'],
  ['gemini', '/v1beta/models/test-model:streamGenerateContent?alt=sse'],
])('variables that redirect or trace change nothing for %s', (provider, path) => {
  test.each<[string, LlmStep, string]>([
    ['a good answer', GOOD, '"suggestions":[{"topic":"naming"'],
    ['a 401 that quotes the key', { kind: 'status', status: 401 }, 'refused the API key'],
  ])('%s', async (_name, step, expected) => {
    const run = await runBundle('sealed', provider, step);
    expect(run.stdout).toContain('"outcome":"applied"');
    expect(run.stdout).toContain(expected);
    expect(run.stdout.trim().split('\n')).toHaveLength(1);
    expect(run.stderr).toBe('');
    expect(run.trapped).toEqual([]);
    expect(run.connections).toEqual([`request http://${run.address}${path}`, run.address]);
    expect(run.model.requests).toHaveLength(1);
    expect(JSON.stringify(run.model.requests)).not.toContain('from-the-environment');
    expect(JSON.stringify(run.model.requests)).toContain(CANARY);
    expect(run.stdout + run.stderr).not.toContain(CANARY);
  });
});

test.each<[RemoteProviderId, string]>([
  ['openai', 'api.openai.com'],
  ['anthropic', 'api.anthropic.com'],
  ['gemini', 'generativelanguage.googleapis.com'],
])('%s is looked for at its own address and nowhere else', async (provider, host) => {
  const run = await runBundle('sealed', provider);
  expect(run.stdout).toContain(`${host} cannot be reached`);
  expect(run.stdout).toContain('"outcome":"applied"');
  expect(run.trapped).toEqual([]);
  expect([...new Set(run.connections)].map((it) => it.replace(/(request https:\/\/[^/]+).*/, '$1'))).toEqual([
    `request https://${host}`,
    `${host}:443`,
    `lookup ${host}`,
  ]);
  expect(run.stdout + run.stderr).not.toContain(CANARY);
});

test('the same bundle without the seal is caught, so the tests above can fail', async () => {
  const run = await runBundle('open', 'openai-compatible', GOOD);
  expect(run.trapped.length).toBeGreaterThan(0);
});

type SealedRun = {
  readonly stdout: string;
  readonly stderr: string;
  readonly address: string;
  readonly connections: readonly string[];
  readonly trapped: readonly string[];
  readonly model: LlmServer;
};

/** Runs a bundle against a scripted server or, without a step, at the provider's own address with no network. */
async function runBundle(name: string, provider: RemoteProviderId, step?: LlmStep): Promise<SealedRun> {
  const script = [step ?? GOOD];
  const [model, trap] = await Promise.all([startLlmServer(script, WIRES[provider]), startLlmServer(script)]);
  const connections = join(folder, `${name}-${new URL(model.url).port}.log`);
  await writeFile(connections, '');
  const child = spawn(
    process.execPath,
    [
      '--import',
      here('../support/record-connections.mjs'),
      join(folder, `${name}.js`),
      provider,
      ...(step === undefined ? [] : [model.url]),
    ],
    {
      env: { ...hostileEnvironment(trap.url), BACKBONE_TEST_CONNECTIONS: connections },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  await Promise.all([model.stop(), trap.stop()]);
  return {
    stdout,
    stderr,
    address: new URL(model.url).host,
    connections: (await readFile(connections, 'utf8')).split('\n').filter((it) => it !== ''),
    trapped: trap.requests.map((it) => `${it.method} ${it.path}`),
    model,
  };
}

const bundle = (name: string, options: BuildOptions) =>
  build({
    ...options,
    entryPoints: { [name]: here('../support/sealed-run.ts') },
    outdir: folder,
    chunkNames: `chunks-${name}/[name]-[hash]`,
  });
