import { expect, test } from 'vitest';
import { type LlmSettings, openLlm, placeOf, setupProblemText } from '../../src/llm/open-llm.ts';
import { scriptedLlm } from '../../src/llm/scripted.ts';
import { testKey } from '../../src/llm/test-key.ts';
import { never } from '../support/generation.ts';
import { CANARY, llmAt } from '../support/llm-run.ts';
import { startLlmServer } from '../support/llm-server.ts';

const settings = (changes: Partial<LlmSettings>): LlmSettings => ({
  provider: 'openai-compatible',
  baseUrl: 'https://llm.example.com/v1',
  model: 'small',
  requestTimeout: 30,
  ...changes,
});

test('no provider means no model and no look at the keys', async () => {
  const opened = await openLlm(settings({ provider: 'none' }), () => Promise.reject(new Error('looked')));
  expect(opened).toEqual({ ok: true, value: undefined });
});

test('the key is asked for by the id of the place', async () => {
  const asked: string[] = [];
  const opened = await openLlm(settings({}), async (id) => {
    asked.push(id);
    return CANARY;
  });
  const place = await placeOf(settings({}));
  expect(asked).toEqual([place.ok && place.value?.keyId]);
  expect(opened.ok && opened.value?.name).toBe('llm.example.com small');
});

test('OpenAI has its own address, whatever base URL is left in the settings', async () => {
  const place = await placeOf(settings({ provider: 'openai' }));
  expect(place.ok && place.value?.endpoint.host).toBe('api.openai.com');
});

test.each<[string, Partial<LlmSettings>, string | undefined, string]>([
  [
    'no base URL',
    { baseUrl: '' },
    CANARY,
    'the setting "backboneAi.baseUrl" is empty; enter the base URL of the endpoint',
  ],
  [
    'plain http',
    { baseUrl: 'http://llm.example.com' },
    CANARY,
    'the setting "backboneAi.baseUrl" must start with https, except for an endpoint on this machine',
  ],
  [
    'no model',
    { model: '' },
    CANARY,
    'the setting "backboneAi.model" is empty; enter the name of a model that the endpoint offers',
  ],
  [
    'no key',
    { provider: 'openai' },
    undefined,
    'there is no API key for api.openai.com; enter one with "BackBone: Set API Key"',
  ],
  [
    'an empty key',
    { provider: 'openai' },
    '  ',
    'there is no API key for api.openai.com; enter one with "BackBone: Set API Key"',
  ],
  [
    'a key with a line break',
    {},
    'sk-1\n2',
    'the stored API key contains characters that no key has; enter it again with "BackBone: Set API Key"',
  ],
])('%s', async (_name, changes, ...[key, words]) => {
  const opened = await openLlm(settings(changes), async () => key);
  expect(opened.ok ? undefined : setupProblemText(opened.error)).toBe(words);
});

test('an endpoint on this machine needs no key, and gets no header for one', async () => {
  const server = await startLlmServer([{ kind: 'answer', value: { ready: true } }]);
  const opened = await openLlm(settings({ baseUrl: server.url }), async () => undefined);
  if (!opened.ok || opened.value === undefined) throw new Error('no model');
  expect((await testKey(opened.value, never())).ok).toBe(true);
  expect(server.requests[0]?.headers.authorization).toBeUndefined();
  await server.stop();
});

test('a test of the key says what answers and what it cost', async () => {
  const server = await startLlmServer([{ kind: 'answer', value: { ready: true } }]);
  const { ok, message } = await testKey(await llmAt(server), never());
  expect({ ok, message: message.replace(/:\d+/, '') }).toEqual({
    ok: true,
    message: '127.0.0.1 test-model answers (150 tokens used)',
  });
  await server.stop();
});

test('a test of a wrong key says so without showing it', async () => {
  const server = await startLlmServer([{ kind: 'status', status: 401 }]);
  const { ok, message } = await testKey(await llmAt(server), never());
  expect(ok).toBe(false);
  expect(message).toContain('refused the API key');
  expect(message).not.toContain(CANARY);
  await server.stop();
});

test('a key entered as the name of the model is not shown', async () => {
  const opened = await openLlm(settings({ model: CANARY }), async () => CANARY);
  expect(opened.ok && opened.value?.name).toBe('llm.example.com [removed]');
});

test('a script answers in order, in the shape that is asked for', async () => {
  const llm = scriptedLlm([
    { value: { ready: true } },
    { failure: { kind: 'refused' } },
    { value: 'nonsense' },
  ]);
  expect(await testKey(llm, never())).toEqual({
    ok: true,
    message: 'scripted model answers (0 tokens used)',
  });
  expect(await testKey(llm, never())).toEqual({ ok: false, message: 'the script refused to answer' });
  expect((await testKey(llm, never())).message).toContain('did not answer in the agreed form');
  expect((await testKey(llm, AbortSignal.abort())).message).toBe('cancelled');
});
