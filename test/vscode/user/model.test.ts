import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Connections, recordConnections } from '../../support/connections.ts';
import { useEditor } from '../../support/editor.ts';
import { hostileEnvironment, withoutProxy } from '../../support/hostile-environment.ts';
import { type LlmServer, startLlmServer } from '../../support/llm-server.ts';
import { textsBelow } from '../../support/tree.ts';

const KEY = 'sk-canary-0123456789abcdef';

// Everything that the panel is sent, from before the key is entered until after the run.
const LISTEN = `globalThis.heard = []; addEventListener('message', ({ data }) => heard.push(data))`;

const SUGGESTION = {
  topic: 'sensitive-column',
  table: 'customers',
  column: 'full_name',
  message: 'A full name is personal data; think about who may read it.',
};

let llm: LlmServer;
let trap: LlmServer;
let connections: Connections;

const opened = useEditor(async () => {
  llm = await startLlmServer([
    { kind: 'answer', value: { ready: true } },
    { kind: 'stall' },
    { kind: 'status', status: 401 },
    { kind: 'answer', value: { suggestions: [SUGGESTION] } },
  ]);
  trap = await startLlmServer([{ kind: 'answer', value: { suggestions: [] } }]);
  connections = await recordConnections();
  return {
    ...connections.options,
    env: { ...withoutProxy(hostileEnvironment(trap.url)), ...connections.options.env },
    settings: {
      'backboneAi.provider': 'openai-compatible',
      'backboneAi.baseUrl': llm.url,
      'backboneAi.model': 'slow-model',
    },
  };
});
afterAll(async () => {
  await llm?.stop();
  await trap?.stop();
  await connections?.stop();
});

test('a key is kept in the secret storage and nowhere else', async () => {
  const editor = opened();
  await editor.open('shop.backbone.json');
  await editor.command('View: Show BackBone AI');
  await editor.panel.getByRole('heading').first().waitFor();
  await editor.panel.locator('body').evaluate(LISTEN);
  await editor.command('BackBone: Set API Key');
  await editor.page.locator('.quick-input-widget input[type="password"]').waitFor();
  await editor.screenshot('api-key');
  await editor.answer(KEY);
  await editor.notification('is stored').waitFor();
  await editor.command('BackBone: Test API Key');
  await editor.notification('answers').waitFor();
  expect(llm.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
});

test('a run that waits for a slow model can be cancelled', async () => {
  const editor = opened();
  const { panel } = editor;
  await editor.command('BackBone: Generate Backend');
  await editor.choose('shop');
  await llm.received(2);
  await panel.locator('[data-step="architect"][data-state="running"]').waitFor();
  await editor.screenshot('waiting');
  await panel.getByRole('button', { name: 'Cancel' }).click();
  await panel.locator('.headline', { hasText: 'Cancelled. Nothing was written.' }).waitFor();
  await llm.requests[1]?.abandoned;
  expect(await readdir(editor.workspace)).toEqual(['shop.backbone.json']);
});

test('a model that refuses the key does not stop the run, and the panel says why', async () => {
  const { panel, ...editor } = opened();
  await editor.command('BackBone: Generate Backend');
  await panel.locator('[data-step="review"][data-state="waiting"]').waitFor();
  await panel.locator('.lines .warning', { hasText: 'refused the API key' }).waitFor();
});

test('suggestions of the model are shown, lead to their place, and change nothing', async () => {
  const { panel, page, ...editor } = opened();
  const schema = join(editor.workspace, 'shop.backbone.json');
  const before = await readFile(schema, 'utf8');
  await editor.command('BackBone: Generate Backend');
  await panel.getByText(SUGGESTION.message).waitFor();
  await editor.screenshot('suggestion');
  await panel.getByRole('button', { name: 'customers.full_name' }).click();
  const line = before.split('\n').findIndex((it) => it.includes('"full_name"')) + 1;
  await page.locator('.statusbar-item', { hasText: `Ln ${line},` }).waitFor();
  expect(await readFile(schema, 'utf8')).toBe(before);
});

test('the key is in no file, no log and no message to the page', async () => {
  const editor = opened();
  const seen = {
    'the workspace': await textsBelow(editor.workspace),
    'storage, settings and logs': await textsBelow(editor.server.dataDir),
    "the server's output": editor.server.printed(),
    'the console': editor.bench.console().join('\n'),
    'messages to the panel': String(await editor.panel.locator('body').evaluate('JSON.stringify(heard)')),
    "the browser's storage": await editor.bench.stored(),
    'the panel': await editor.panel.locator('html').innerHTML(),
  };
  const withKey = Object.entries(seen).filter(([, text]) => text.includes(KEY));
  expect(withKey.map(([place]) => place)).toEqual([]);
  expect(seen['messages to the panel']).toContain('"snapshot"');
  if (editor.server.writesLogs)
    expect(seen['storage, settings and logs']).toContain('Schema Validator: 13 tables');
});

test('whatever the environment says, nothing but the endpoint was asked', async () => {
  expect(await connections.made()).toEqual([new URL(llm.url).host]);
  expect(trap.requests).toEqual([]);
  expect(JSON.stringify(llm.requests)).not.toContain('from-the-environment');
});
