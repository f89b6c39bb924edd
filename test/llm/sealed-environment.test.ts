import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CANARY } from '../support/llm-run.ts';
import { type LlmServer, type LlmStep, startLlmServer } from '../support/llm-server.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const REVIEW = { suggestions: [{ topic: 'naming', table: 'orders', column: null, message: 'Fine.' }] };

/** Everything that LangChain's clients and OpenAI's read, pointed at a trap. */
const hostile = (trap: string): Record<string, string> => ({
  OPENAI_BASE_URL: trap,
  OPENAI_API_BASE: trap,
  OPENAI_API_KEY: 'sk-from-the-environment',
  OPENAI_ADMIN_KEY: 'sk-admin-from-the-environment',
  OPENAI_ORGANIZATION: 'org-from-the-environment',
  OPENAI_ORG_ID: 'org-from-the-environment',
  OPENAI_PROJECT_ID: 'project-from-the-environment',
  OPENAI_CUSTOM_HEADERS: 'X-From-The-Environment: 1\nAuthorization: Bearer from-the-environment',
  OPENAI_LOG: 'debug',
  AZURE_OPENAI_ENDPOINT: trap,
  AZURE_OPENAI_API_KEY: 'azure-from-the-environment',
  LANGSMITH_GATEWAY: trap,
  LANGSMITH_GATEWAY_API_KEY: 'gateway-from-the-environment',
  LANGSMITH_TRACING: 'true',
  LANGSMITH_TRACING_V2: 'true',
  LANGCHAIN_TRACING: 'true',
  LANGCHAIN_TRACING_V2: 'true',
  LANGSMITH_ENDPOINT: trap,
  LANGCHAIN_ENDPOINT: trap,
  LANGSMITH_API_KEY: 'langsmith-from-the-environment',
  LANGCHAIN_API_KEY: 'langsmith-from-the-environment',
  LANGCHAIN_VERBOSE: 'true',
  LANGCHAIN_CALLBACKS_BACKGROUND: 'false',
  DEBUG: '*',
});

let folder = '';
let sealed: BuildOptions = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backbone-sealed-'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  sealed = (await import(here('../../esbuild.mjs'))).esm;
  const { define: _define, plugins: _plugins, ...open } = sealed;
  await Promise.all([bundle('sealed', sealed), bundle('open', open)]);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test.each<[string, LlmStep, string]>([
  ['a good answer', { kind: 'answer', value: REVIEW }, '"suggestions":[{"topic":"naming"'],
  ['a 401 that quotes the key', { kind: 'status', status: 401 }, 'refused the API key'],
])('variables that redirect or trace change nothing: %s', async (_name, step, expected) => {
  const run = await runBundle('sealed', step);
  expect(run.stdout).toContain('"outcome":"applied"');
  expect(run.stdout).toContain(expected);
  expect(run.stdout.trim().split('\n')).toHaveLength(1);
  expect(run.stderr).toBe('');
  expect(run.trapped).toEqual([]);
  expect(run.connections).toEqual([`request http://${run.address}/v1/chat/completions`, run.address]);
  expect(run.model.requests).toHaveLength(1);
  expect(JSON.stringify(run.model.requests)).not.toContain('from-the-environment');
  expect(run.model.requests[0]?.headers.authorization).toBe(`Bearer ${CANARY}`);
  expect(run.stdout + run.stderr).not.toContain(CANARY);
});

test('the same bundle without the seal is caught, so the test above can fail', async () => {
  const run = await runBundle('open', { kind: 'answer', value: REVIEW });
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

async function runBundle(name: string, step: LlmStep): Promise<SealedRun> {
  const [model, trap] = await Promise.all([startLlmServer([step]), startLlmServer([step])]);
  const connections = join(folder, `${name}-${new URL(model.url).port}.log`);
  await writeFile(connections, '');
  const child = spawn(
    process.execPath,
    ['--import', here('../support/record-connections.mjs'), join(folder, `${name}.js`), model.url, CANARY],
    {
      env: { ...hostile(trap.url), BACKBONE_TEST_CONNECTIONS: connections },
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
