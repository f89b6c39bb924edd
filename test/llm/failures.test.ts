import { expect, test } from 'vitest';
import { z } from 'zod';
import { never } from '../support/generation.ts';
import { expectBackend, expectFailure, generateWith, llmAt, REVIEW } from '../support/llm-run.ts';
import { ANSWER_USAGE, type LlmStep, startLlmServer } from '../support/llm-server.ts';

const GOOD: LlmStep = { kind: 'answer', value: REVIEW };

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

test('a server that is not there', async () => {
  const server = await startLlmServer([]);
  const llm = await llmAt(server);
  await server.stop();
  const { result, usage } = await llm.ask(
    { purpose: 'test', system: 's', user: 'u', shape: z.object({}) },
    never(),
  );
  expect(result).toEqual({ ok: false, error: { kind: 'unreachable' } });
  expect(usage).toEqual({ input: 0, output: 0, estimated: false });
});
