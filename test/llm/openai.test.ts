import { expect, test } from 'vitest';
import { createGeneration } from '../../src/workflow/generate.ts';
import type { ProgressEvent } from '../../src/workflow/progress.ts';
import { CANARY, generateWith, type LlmRun, llmAt } from '../support/llm-run.ts';
import { ANSWER_USAGE, type LlmStep, startLlmServer } from '../support/llm-server.ts';
import { memoryProject, portsFor, SCHEMA } from '../support/memory-ports.ts';

const REVIEW = {
  suggestions: [
    {
      topic: 'missing-index',
      table: 'customers',
      column: 'email',
      message: 'Add an index: people log in by it.',
    },
    { topic: 'naming', table: 'ghosts', column: null, message: 'There is no such table.' },
  ],
};
const GOOD: LlmStep = { kind: 'answer', value: REVIEW };
const WITHOUT = '; the backend is generated without suggestions';

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

test('401 with a body that quotes the key', async () => {
  const run = await generateWith([{ kind: 'status', status: 401 }]);
  expectFailure(run, `127.0.0.1 refused the API key; enter it again with "BackBone: Set API Key"`);
  expect(run.server.requests).toHaveLength(1);
  expect(run.usage).toEqual({ input: 0, output: 0, estimated: false });
});

test('429 is asked again after the time the server names', async () => {
  const run = await generateWith([{ kind: 'status', status: 429, headers: { 'retry-after': '1' } }, GOOD]);
  expectBackend(run);
  expect(run.log).toContain('no answer (too many requests), asking again in 1 s');
  expect(run.server.requests).toHaveLength(2);
  expect(run.usage).toEqual({ ...ANSWER_USAGE, estimated: false });
});

test('429 with a long wait is given up at once', async () => {
  const run = await generateWith([{ kind: 'status', status: 429, headers: { 'retry-after': '3600' } }]);
  expectFailure(run, '127.0.0.1 is limiting requests; try again in 3600 seconds');
  expect(run.server.requests).toHaveLength(1);
});

test('429 for want of credit is given up at once', async () => {
  const body = { error: { message: 'You exceeded your current quota', code: 'insufficient_quota' } };
  const run = await generateWith([{ kind: 'status', status: 429, body }]);
  expectFailure(run, 'the account at 127.0.0.1 has no credit left; add credit there or use another key');
  expect(run.server.requests).toHaveLength(1);
});

test('500 is asked again twice and then given up', async () => {
  const run = await generateWith([{ kind: 'status', status: 500 }]);
  expectFailure(run, '127.0.0.1 has a problem of its own (status 500); try again later');
  expect(run.server.requests).toHaveLength(3);
  expect(run.usage).toEqual({ input: 0, output: 0, estimated: false });
});

test('404 points to the settings', async () => {
  const run = await generateWith([{ kind: 'status', status: 404 }]);
  expectFailure(
    run,
    '127.0.0.1 rejected the request (status 404); check the settings "backboneAi.model" and "backboneAi.baseUrl"',
  );
});

test('a redirect is not followed', async () => {
  const elsewhere = await startLlmServer([GOOD]);
  const headers = { location: `${elsewhere.url}/chat/completions` };
  const run = await generateWith([{ kind: 'status', status: 307, headers }]);
  expectFailure(
    run,
    '127.0.0.1 rejected the request (status 307); it redirects; enter its final address in the setting "backboneAi.baseUrl"',
  );
  expect(elsewhere.requests).toEqual([]);
  await elsewhere.stop();
});

test('a schema that is too long for the model', async () => {
  const body = { error: { message: 'too long', code: 'context_length_exceeded' } };
  const run = await generateWith([{ kind: 'status', status: 400, body }]);
  expectFailure(
    run,
    'the schema is longer than 127.0.0.1 test-model can read; use a model with a larger context',
  );
});

test('a server that never answers is given up in time', async () => {
  const run = await generateWith([{ kind: 'stall' }], { requestTimeout: 1 });
  expectFailure(
    run,
    '127.0.0.1 test-model did not answer within 1 seconds; try again or raise the setting "backboneAi.requestTimeout"',
  );
  expect(run.usage.estimated).toBe(true);
  expect(run.usage.input).toBeGreaterThan(100);
  expect(run.usage.output).toBe(0);
});

test('an answer that stops in the middle is given up in time, and what arrived is counted', async () => {
  const run = await generateWith([{ kind: 'stall-midway', value: REVIEW }], { requestTimeout: 1 });
  expect(run.log.at(-1)).toContain('did not answer within 1 seconds');
  expectBackend(run);
  expect(run.usage.output).toBeGreaterThan(10);
});

test('a connection that breaks off is tried again, and every attempt is counted', async () => {
  const run = await generateWith([{ kind: 'half', value: REVIEW }, GOOD]);
  expectBackend(run);
  expect(run.log).toContain('no answer (connection lost), asking again in 0.5 s');
  expect(run.server.requests).toHaveLength(2);
  expect(run.usage.estimated).toBe(true);
  expect(run.usage.input).toBeGreaterThan(ANSWER_USAGE.input);
});

test('a connection that always breaks off is given up', async () => {
  const run = await generateWith([{ kind: 'half', value: REVIEW }]);
  expectFailure(run, 'the connection to 127.0.0.1 broke off in the middle of the answer; try again');
  expect(run.server.requests).toHaveLength(3);
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

test('a stream of garbage', async () => {
  const run = await generateWith([{ kind: 'garbage' }]);
  expectFailure(
    run,
    '127.0.0.1 test-model did not answer in the agreed form; try again or use another model',
  );
});

test('a truncated answer is not mistaken for a short one', async () => {
  const run = await generateWith([{ kind: 'truncated', value: REVIEW }]);
  expectFailure(
    run,
    'the answer of 127.0.0.1 test-model was cut off at its longest allowed length; try again or use another model',
  );
  expect(run.server.requests).toHaveLength(1);
});

test('a refusal', async () => {
  const run = await generateWith([{ kind: 'refusal' }]);
  expectFailure(run, '127.0.0.1 test-model refused to answer');
  expect(run.server.requests).toHaveLength(1);
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

test('a server that is not there', async () => {
  const server = await startLlmServer([]);
  const llm = await llmAt(server);
  await server.stop();
  const { result, usage } = await llm.ask(
    { purpose: 'test', system: 's', user: 'u', shape: (await import('zod')).z.object({}) },
    new AbortController().signal,
  );
  expect(result).toEqual({ ok: false, error: { kind: 'unreachable' } });
  expect(usage).toEqual({ input: 0, output: 0, estimated: false });
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

test('a cancel during a stall ends soon, closes the connection and counts what was asked', async () => {
  const server = await startLlmServer([{ kind: 'stall' }]);
  const events: ProgressEvent[] = [];
  const ports = portsFor(memoryProject(), await llmAt(server));
  const generation = createGeneration({ text: SCHEMA }, ports, (it) => events.push(it));
  const controller = new AbortController();
  const outcome = generation.start(controller.signal);
  await server.received(1);
  controller.abort();
  expect(await within(2000, outcome)).toEqual({ kind: 'cancelled' });
  await within(2000, server.requests[0]?.abandoned);
  expect(events.filter((it) => it.kind === 'tokens')).toMatchObject([
    { usage: { estimated: true, output: 0 } },
  ]);
  expect(events).toContainEqual(expect.objectContaining({ step: 'architect', result: 'cancelled' }));
  expect(JSON.stringify(events)).not.toContain(CANARY);
  await server.stop();
});

test('a cancel during the wait before another attempt', async () => {
  const server = await startLlmServer([{ kind: 'status', status: 429, headers: { 'retry-after': '15' } }]);
  const controller = new AbortController();
  const ports = portsFor(memoryProject(), await llmAt(server));
  const generation = createGeneration({ text: SCHEMA }, ports, (it) => {
    if (it.kind === 'log' && it.text.startsWith('no answer')) controller.abort();
  });
  expect(await within(2000, generation.start(controller.signal))).toEqual({ kind: 'cancelled' });
  expect(server.requests).toHaveLength(1);
  await server.stop();
});

const FILES = ['README.md', 'app/models/customers.py', 'app/models/orders.py'];

function expectBackend(run: LlmRun): void {
  expect(run.outcome).toBe('applied');
  expect(run.files).toEqual(FILES);
  expect(JSON.stringify(run.events)).not.toContain(CANARY);
}

/** The port is only known at run time, so hosts are compared without it. */
function expectFailure(run: LlmRun, words: string): void {
  expectBackend(run);
  expect(run.log.at(-1)?.replace(/(127\.0\.0\.1):\d+/g, '$1')).toBe(words + WITHOUT);
  expect(run.events.some((it) => it.kind === 'suggestions')).toBe(false);
}

async function within<T>(ms: number, promise: Promise<T> | undefined): Promise<T | undefined> {
  const late = new Promise<never>((_resolve, reject) => setTimeout(reject, ms, new Error('too late')));
  return Promise.race([promise, late]);
}
