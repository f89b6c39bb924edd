import { expect, test } from 'vitest';
import { expectBackend, generateWith, REVIEW } from '../support/llm-run.ts';
import { SCHEMA } from '../support/memory-ports.ts';
import { CANARY } from '../support/test-model.ts';
import type { LlmStep } from '../support/wire/wire.ts';

const GOOD: LlmStep = { kind: 'answer', value: REVIEW };

/** The headers that every request has, besides the one for the key. */
const HEADERS = [
  'accept',
  'accept-encoding',
  'accept-language',
  'connection',
  'content-length',
  'content-type',
  'host',
  'sec-fetch-mode',
  'user-agent',
];

test('OpenAI gets the schema and nothing else, with the key in the one header for it', async () => {
  const { server } = await generateWith([GOOD], { provider: 'openai' });
  const [request] = server.requests;
  const body = JSON.parse(request?.body ?? '');
  expect(request?.path).toBe('/v1/chat/completions');
  expect(request?.headers.authorization).toBe(`Bearer ${CANARY}`);
  expect(Object.keys(request?.headers ?? {}).sort()).toEqual([...HEADERS, 'authorization'].sort());
  expect(body.messages.map((it: { role: string }) => it.role)).toEqual(['system', 'user']);
  expect(JSON.parse(body.messages[1].content)).toEqual(JSON.parse(SCHEMA));
  expect(body).toMatchObject({
    model: 'test-model',
    stream: true,
    tool_choice: { function: { name: 'answer' } },
  });
  expect(body.tools[0].function.parameters.required).toEqual(['suggestions']);
});

test('Anthropic gets the same in its own form', async () => {
  const { server } = await generateWith([GOOD], { provider: 'anthropic' });
  const [request] = server.requests;
  const body = JSON.parse(request?.body ?? '');
  expect(request?.path).toBe('/v1/messages');
  expect(request?.headers).toMatchObject({ 'x-api-key': CANARY, 'anthropic-version': '2023-06-01' });
  const names = Object.keys(request?.headers ?? {}).sort();
  expect(names).toEqual([...HEADERS, 'anthropic-version', 'x-api-key'].sort());
  expect(body.messages.map((it: { role: string }) => it.role)).toEqual(['user']);
  expect(JSON.parse(body.messages[0].content)).toEqual(JSON.parse(SCHEMA));
  expect(body).toMatchObject({
    model: 'test-model',
    stream: true,
    system: expect.stringContaining('You review database schemas'),
    tool_choice: { type: 'tool', name: 'answer' },
    // A model that thinks would refuse the line above.
    thinking: { type: 'disabled' },
  });
  expect(body.tools[0].input_schema.required).toEqual(['suggestions']);
});

test('an Anthropic model that always thinks is not forced to the tool', async () => {
  const { server } = await generateWith([GOOD], { provider: 'anthropic', model: 'claude-fable-5' });
  const body = JSON.parse(server.requests[0]?.body ?? '');
  expect(body.tool_choice).toEqual({ type: 'auto' });
  expect(body.thinking).toBeUndefined();
});

test('Gemini gets the same in its own form', async () => {
  const { server } = await generateWith([GOOD], { provider: 'gemini', model: 'models/gemini-test' });
  const [request] = server.requests;
  const body = JSON.parse(request?.body ?? '');
  expect(request?.path).toBe('/v1beta/models/gemini-test:streamGenerateContent?alt=sse');
  expect(request?.headers['x-goog-api-key']).toBe(CANARY);
  expect(Object.keys(request?.headers ?? {}).sort()).toEqual([...HEADERS, 'x-goog-api-key'].sort());
  expect(body.systemInstruction.parts[0].text).toContain('You review database schemas');
  expect(body.contents.map((it: { role: string }) => it.role)).toEqual(['user']);
  expect(JSON.parse(body.contents[0].parts[0].text)).toEqual(JSON.parse(SCHEMA));
  expect(body.toolConfig).toEqual({
    functionCallingConfig: { mode: 'ANY', allowedFunctionNames: ['answer'] },
  });
  const [{ functionDeclarations }] = body.tools;
  expect(functionDeclarations[0].parametersJsonSchema.required).toEqual(['suggestions']);
});

test('a schema over the limit is not sent', async () => {
  const schema = JSON.parse(SCHEMA);
  schema.description = 'x'.repeat(70_000);
  const run = await generateWith([GOOD], { text: JSON.stringify(schema) });
  expectBackend(run);
  expect(run.server.requests).toEqual([]);
  expect(run.log[0]).toMatch(
    /^the review of the schema is skipped: it has \d+ characters and at most 60000 are sent$/,
  );
});

test('errors of a schema over the limit are not sent either', async () => {
  const schema = JSON.parse(SCHEMA.replace('"orders"', '"customers"'));
  schema.description = 'x'.repeat(70_000);
  const run = await generateWith([GOOD], { text: JSON.stringify(schema) });
  expect(run.outcome).toBe('invalid');
  expect(run.server.requests).toEqual([]);
  expect(run.log[0]).toMatch(
    /^the errors are not explained: they and the schema have \d+ characters and at most 60000 are sent$/,
  );
});

test('comments in the schema are not sent, and do not disturb', async () => {
  const commented = SCHEMA.replace('"Shop",', '"Shop", // for my customers only\n');
  const run = await generateWith([GOOD], { text: commented });
  expectBackend(run);
  expect(run.server.requests[0]?.body).not.toContain('for my customers only');
});
