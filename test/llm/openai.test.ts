import { expect, test } from 'vitest';
import { storyOf } from '../support/generation.ts';
import { CANARY, expectBackend, expectFailure, generateWith, REVIEW } from '../support/llm-run.ts';
import { ANSWER_USAGE, type LlmStep } from '../support/llm-server.ts';
import { SCHEMA } from '../support/memory-ports.ts';

const GOOD: LlmStep = { kind: 'answer', value: REVIEW };

test('a review is shown as suggestions at their places, and counted', async () => {
  const run = await generateWith([GOOD]);
  expectBackend(run);
  expect(run.events).toContainEqual({
    kind: 'suggestions',
    suggestions: [
      {
        topic: 'missing-index',
        table: 'customers',
        column: 'email',
        message: 'Add an index: people log in by it.',
        pointer: ['schema', 0, 'columns', 1],
      },
    ],
  });
  expect(run.log).toContain('1 of the suggestions named nothing in the schema and were left out');
  expect(run.usage).toEqual({ ...ANSWER_USAGE, estimated: false });
  expect(storyOf(run.events)).toContain('architect done: 3 files planned, 1 suggestion');
});

test('the schema and nothing else is sent, with the key in the one header for it', async () => {
  const { server } = await generateWith([GOOD]);
  const [request] = server.requests;
  const body = JSON.parse(request?.body ?? '');
  expect(request?.path).toBe('/v1/chat/completions');
  expect(request?.headers.authorization).toBe(`Bearer ${CANARY}`);
  expect(Object.keys(request?.headers ?? {}).sort()).toEqual([
    'accept',
    'accept-encoding',
    'accept-language',
    'authorization',
    'connection',
    'content-length',
    'content-type',
    'host',
    'sec-fetch-mode',
    'user-agent',
  ]);
  expect(body.messages.map((it: { role: string }) => it.role)).toEqual(['system', 'user']);
  expect(JSON.parse(body.messages[1].content)).toEqual(JSON.parse(SCHEMA));
  expect(body).toMatchObject({
    model: 'test-model',
    stream: true,
    tool_choice: { function: { name: 'answer' } },
  });
  expect(body.tools[0].function.parameters.required).toEqual(['suggestions']);
});

test('an answer that is not JSON is repaired', async () => {
  const run = await generateWith([{ kind: 'arguments', text: '{"suggestions": [' }, GOOD]);
  expectBackend(run);
  expect(run.events.some((it) => it.kind === 'suggestions')).toBe(true);
  expect(run.server.requests).toHaveLength(2);
  expect(run.server.requests[1]?.body).toContain('it is not valid JSON');
  expect(run.usage).toEqual({
    input: 2 * ANSWER_USAGE.input,
    output: 2 * ANSWER_USAGE.output,
    estimated: false,
  });
});

test('an answer of another shape is repaired with the reasons, at most three answers in all', async () => {
  const run = await generateWith([{ kind: 'answer', value: { suggestions: 'none' } }]);
  expectFailure(
    run,
    '127.0.0.1 test-model did not answer in the agreed form; try again or use another model',
  );
  expect(run.server.requests).toHaveLength(3);
  expect(run.server.requests[1]?.body).toContain('expected array');
  expect(run.usage).toEqual({
    input: 3 * ANSWER_USAGE.input,
    output: 3 * ANSWER_USAGE.output,
    estimated: false,
  });
});

test('an endpoint that ignores tools and writes the JSON as text', async () => {
  const text = `Here you are:\n\`\`\`json\n${JSON.stringify(REVIEW)}\n\`\`\``;
  const run = await generateWith([{ kind: 'text', text }]);
  expectBackend(run);
  expect(run.events.some((it) => it.kind === 'suggestions')).toBe(true);
});

test('an endpoint that counts no tokens gets an estimate', async () => {
  const run = await generateWith([{ ...GOOD, usage: 'none' } as LlmStep]);
  expectBackend(run);
  expect(run.usage.estimated).toBe(true);
  expect(run.usage.input).toBeGreaterThan(100);
  expect(run.usage.output).toBeGreaterThan(10);
});

test('an answer with control characters and the key in it is shown without them', async () => {
  const message = `\u001b[31mrm -rf\u0007 ${CANARY}\u202e`;
  const suggestion = { topic: 'other', table: 'orders', column: null, message };
  const run = await generateWith([{ kind: 'answer', value: { suggestions: [suggestion] } }]);
  expect(run.events).toContainEqual(
    expect.objectContaining({ suggestions: [expect.objectContaining({ message: '[31mrm -rf [removed]' })] }),
  );
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

test('comments in the schema are not sent, and do not disturb', async () => {
  const commented = SCHEMA.replace('"Shop",', '"Shop", // for my customers only\n');
  const run = await generateWith([GOOD], { text: commented });
  expectBackend(run);
  expect(run.server.requests[0]?.body).not.toContain('for my customers only');
});
