import { expect, test } from 'vitest';
import { failure, success } from '../../src/core/index.ts';
import { type LlmSettings, openModels, placeOf, type Sources } from '../../src/llm/open-llm.ts';
import { scriptedLlm } from '../../src/llm/scripted.ts';
import { setupProblemText } from '../../src/llm/setup-problem.ts';
import { testKey, testModels } from '../../src/llm/test-key.ts';
import { never } from '../support/generation.ts';
import { startLlmServer } from '../support/llm-server.ts';
import { CANARY, llmAt } from '../support/test-model.ts';

const settings = (changes: Partial<LlmSettings>): LlmSettings => ({
  provider: 'openai-compatible',
  baseUrl: 'https://llm.example.com/v1',
  model: 'small',
  models: { schemaValidator: '', architect: '' },
  requestTimeout: 30,
  ...changes,
});

const withKey = (key: string | undefined): Sources => ({
  readKey: async () => key,
  openEditorModel: () => Promise.reject(new Error('asked the editor')),
});

/** The names of the models that the two agents ask. */
async function names(changes: Partial<LlmSettings>, sources = withKey(CANARY)): Promise<readonly unknown[]> {
  const opened = await openModels(settings(changes), sources);
  if (!opened.ok) throw new Error(setupProblemText(opened.error));
  return [opened.value?.schemaValidator.name, opened.value?.architect.name];
}

test('no provider means no model and no look at the keys', async () => {
  const readKey = () => Promise.reject(new Error('looked'));
  const opened = await openModels(settings({ provider: 'none' }), { ...withKey(''), readKey });
  expect(opened).toEqual({ ok: true, value: undefined });
});

test('the key is asked for by the id of the place', async () => {
  const asked: string[] = [];
  const readKey = async (id: string) => {
    asked.push(id);
    return CANARY;
  };
  expect(await names({}, { ...withKey(''), readKey })).toEqual([
    'llm.example.com small',
    'llm.example.com small',
  ]);
  const place = await placeOf(settings({}));
  expect(asked).toEqual([place.ok && place.value?.keyId]);
});

test.each([
  ['openai', 'api.openai.com', 'OpenAI gpt-5.1'],
  ['anthropic', 'api.anthropic.com', 'Anthropic claude-sonnet-5'],
  ['gemini', 'generativelanguage.googleapis.com', 'Google Gemini gemini-flash-latest'],
] as const)(
  '%s has an address and a model of its own, whatever base URL is left in the settings',
  async (provider, host, name) => {
    const place = await placeOf(settings({ provider }));
    expect(place.ok && place.value?.endpoint.host).toBe(host);
    expect(await names({ provider, model: '' })).toEqual([name, name]);
  },
);

test('an agent asks the model that is set for it, and one connection serves both when it is the same', async () => {
  const models = { schemaValidator: 'tiny', architect: '' };
  expect(await names({ models })).toEqual(['llm.example.com tiny', 'llm.example.com small']);
  const opened = await openModels(settings({}), withKey(CANARY));
  expect(opened.ok && opened.value?.architect).toBe(opened.ok && opened.value?.schemaValidator);
});

test("VS Code's own models are asked for by name, and need no key", async () => {
  const asked: string[] = [];
  const openEditorModel: Sources['openEditorModel'] = async (model) => {
    asked.push(model);
    return success({ name: 'Copilot X', host: 'VS Code (copilot)', speak: async function* () {} });
  };
  const sources = { readKey: () => Promise.reject(new Error('looked')), openEditorModel };
  expect(await names({ provider: 'vscode', model: 'copilot/x' }, sources)).toEqual([
    'Copilot X',
    'Copilot X',
  ]);
  expect(asked).toEqual(['copilot/x']);
});

test.each([
  [
    { kind: 'no-editor-model' } as const,
    'VS Code offers no language model; install an extension that brings one, such as GitHub Copilot, and sign in, or choose another with "BackBone: Choose Language Model"',
  ],
  [
    { kind: 'unknown-editor-model', model: 'x', offered: ['a/b', 'c/d'] } as const,
    'VS Code offers no language model "x" (but a/b, c/d); choose one with "BackBone: Choose Language Model"',
  ],
])('%j', async (problem, words) => {
  const openEditorModel = async () => failure(problem);
  const opened = await openModels(settings({ provider: 'vscode' }), { ...withKey(''), openEditorModel });
  expect(opened.ok ? undefined : setupProblemText(opened.error)).toBe(words);
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
  const opened = await openModels(settings(changes), withKey(key));
  expect(opened.ok ? undefined : setupProblemText(opened.error)).toBe(words);
});

test('an endpoint on this machine needs no key, and gets no header for one', async () => {
  const server = await startLlmServer([{ kind: 'answer', value: { ready: true } }]);
  const opened = await openModels(settings({ baseUrl: server.url }), withKey(undefined));
  if (!opened.ok || opened.value === undefined) throw new Error('no model');
  expect((await testModels(opened.value, never())).ok).toBe(true);
  expect(server.requests).toHaveLength(1);
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
  expect((await names({ model: CANARY }))[0]).toBe('llm.example.com [removed]');
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
