import { afterAll, expect, test } from 'vitest';
import { type Connections, recordConnections } from '../../support/connections.ts';
import { useEditor } from '../../support/editor.ts';
import { hostileEnvironment, withoutProxy } from '../../support/hostile-environment.ts';
import { type LlmServer, startLlmServer } from '../../support/llm-server.ts';
import { textsBelow } from '../../support/tree.ts';

const PROVIDERS = [
  ['OpenAI', 'api.openai.com', 'sk-canary-of-openai-0123456789'],
  ['Anthropic', 'api.anthropic.com', 'sk-ant-canary-of-anthropic-0123456789'],
  ['Google Gemini', 'generativelanguage.googleapis.com', 'AIza-canary-of-gemini-0123456789'],
] as const;

let trap: LlmServer;
let connections: Connections;

const opened = useEditor(async () => {
  trap = await startLlmServer([{ kind: 'answer', value: { ready: true } }]);
  connections = await recordConnections();
  const env = { ...withoutProxy(hostileEnvironment(trap.url)), ...connections.options.env };
  return { ...connections.options, env };
});
afterAll(async () => {
  await trap?.stop();
  await connections?.stop();
});

test.each(PROVIDERS)('%s is chosen, and its key is kept for %s', async (label, host, key) => {
  const editor = opened();
  await editor.command('BackBone: Choose Language Model');
  await editor.choose(label);
  await editor.page.getByText('Name of the model').waitFor();
  await editor.answer('');
  await editor.page.getByText(`API key for ${host}`).waitFor();
  await editor.answer(key);
  await editor.notification(`the API key for ${host} is stored`).waitFor();
  await editor.command('BackBone: Test API Key');
  await editor.notification(`${host} cannot be reached`).waitFor();
});

test('a run without a network ends with a backend to review', async () => {
  const { panel, ...editor } = opened();
  await editor.open('shop.backbone.json');
  await editor.command('BackBone: Generate Backend');
  await editor.choose('shop');
  await panel.locator('[data-step="review"][data-state="waiting"]').waitFor();
  const words = 'generativelanguage.googleapis.com cannot be reached';
  await panel.locator('.lines .warning', { hasText: words }).waitFor();
});

test('nobody but the three was looked for, and none of the keys is anywhere', async () => {
  const editor = opened();
  expect(await connections.made()).toEqual(PROVIDERS.map(([, host]) => host).sort());
  expect(trap.requests).toEqual([]);
  const seen = [
    await textsBelow(editor.workspace),
    await textsBelow(editor.server.dataDir),
    editor.server.printed(),
    editor.bench.console().join('\n'),
    await editor.bench.stored(),
    await editor.panel.locator('html').innerHTML(),
  ];
  for (const [, , key] of PROVIDERS)
    expect(seen.map((it) => it.includes(key))).toEqual(seen.map(() => false));
});

test('one key is forgotten, then all others', async () => {
  const editor = opened();
  await editor.command('BackBone: Forget API Key');
  await editor.choose('Forget the key for api.anthropic.com');
  await editor.notification('forgotten').waitFor();
  await editor.command('BackBone: Forget API Key');
  await editor.choose('Forget all keys (2)');
  await editor.command('BackBone: Forget API Key');
  await editor.notification('no API key is stored').waitFor();
});
