import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { RemoteProviderId } from '../../src/workflow/settings.ts';
import { never } from '../support/generation.ts';
import { expectBackend, expectFailure, generateWith, REVIEW, type RunOptions } from '../support/llm-run.ts';
import { startLlmServer } from '../support/llm-server.ts';
import { llmAt } from '../support/test-model.ts';
import { ANSWER_USAGE, type LlmStep } from '../support/wire/wire.ts';

const GOOD: LlmStep = { kind: 'answer', value: REVIEW };
const FREE = { input: 0, output: 0, estimated: false };

const NAMES: readonly (readonly [RemoteProviderId, string])[] = [
  ['openai', 'OpenAI test-model'],
  ['anthropic', 'Anthropic test-model'],
  ['gemini', 'Google Gemini test-model'],
];

describe.concurrent.each(NAMES)('%s', (provider, name) => {
  const run = (script: readonly LlmStep[], options: RunOptions = {}) =>
    generateWith(script, { provider, ...options });

  test('401 with a body that quotes the key', async () => {
    const ran = await run([{ kind: 'status', status: 401 }]);
    expectFailure(ran, `127.0.0.1 refused the API key; enter it again with "BackBone: Set API Key"`);
    expect(ran.server.requests).toHaveLength(1);
    expect(ran.usage).toEqual(FREE);
  });

  test('429 is asked again after the time the server names', async () => {
    const ran = await run([{ kind: 'status', status: 429, headers: { 'retry-after': '1' } }, GOOD]);
    expectBackend(ran);
    expect(ran.log).toContain('no answer (too many requests), asking again in 1 s');
    expect(ran.server.requests).toHaveLength(2);
    expect(ran.usage).toEqual({ ...ANSWER_USAGE, estimated: false });
  });

  test('429 with a long wait is given up at once', async () => {
    const ran = await run([{ kind: 'status', status: 429, headers: { 'retry-after': '3600' } }]);
    expectFailure(ran, '127.0.0.1 is limiting requests; try again in 3600 seconds');
    expect(ran.server.requests).toHaveLength(1);
  });

  test('500 is asked again twice and then given up', async () => {
    const ran = await run([{ kind: 'status', status: 500 }]);
    expectFailure(ran, '127.0.0.1 has a problem of its own (status 500); try again later');
    expect(ran.server.requests).toHaveLength(3);
    expect(ran.usage).toEqual(FREE);
  });

  test('404 points to the settings', async () => {
    const ran = await run([{ kind: 'status', status: 404 }]);
    expectFailure(ran, '127.0.0.1 rejected the request (status 404); check the setting "backboneAi.model"');
  });

  test('a redirect is not followed', async () => {
    const elsewhere = await startLlmServer([GOOD]);
    const headers = { location: `${elsewhere.url}/chat/completions` };
    const ran = await run([{ kind: 'status', status: 307, headers }]);
    expectFailure(ran, '127.0.0.1 rejected the request (status 307); it redirects; try again later');
    expect(elsewhere.requests).toEqual([]);
    await elsewhere.stop();
  });

  test('a server that never answers is given up in time', async () => {
    const ran = await run([{ kind: 'stall' }], { requestTimeout: 1 });
    expectFailure(
      ran,
      `${name} did not answer within 1 seconds; try again or raise the setting "backboneAi.requestTimeout"`,
    );
    expect(ran.usage.estimated).toBe(true);
    expect(ran.usage.input).toBeGreaterThan(100);
    expect(ran.usage.output).toBe(0);
  });

  test('an answer that stops in the middle is given up in time, and what arrived is counted', async () => {
    const ran = await run([{ kind: 'stall-midway', value: REVIEW }], { requestTimeout: 1 });
    expectFailure(
      ran,
      `${name} did not answer within 1 seconds; try again or raise the setting "backboneAi.requestTimeout"`,
    );
    expect(ran.usage.estimated).toBe(true);
    expect(ran.usage.output).toBeGreaterThan(5);
  });

  test('a connection that breaks off is tried again, and every attempt is counted', async () => {
    const ran = await run([{ kind: 'half', value: REVIEW }, GOOD]);
    expectBackend(ran);
    expect(ran.log).toContain('no answer (connection lost), asking again in 0.5 s');
    expect(ran.server.requests).toHaveLength(2);
    expect(ran.usage.estimated).toBe(true);
    expect(ran.usage.input).toBeGreaterThan(ANSWER_USAGE.input);
    expect(ran.usage.output).toBeGreaterThan(ANSWER_USAGE.output);
  });

  test('a connection that always breaks off is given up', async () => {
    const ran = await run([{ kind: 'half', value: REVIEW }]);
    expectFailure(ran, 'the connection to 127.0.0.1 broke off in the middle of the answer; try again');
    expect(ran.server.requests).toHaveLength(3);
  });

  test('an error that comes after the answer has begun is tried again', async () => {
    const ran = await run([{ kind: 'error-midway' }, GOOD]);
    expectBackend(ran);
    expect(ran.log).toContainEqual(expect.stringMatching(/^no answer \((server error|connection lost)\)/));
    expect(ran.server.requests).toHaveLength(2);
  });

  test('a stream of garbage', async () => {
    const ran = await run([{ kind: 'garbage' }]);
    expectFailure(ran, `${name} did not answer in the agreed form; try again or use another model`);
  });

  test('an answer that is cut off is asked for again, shorter', async () => {
    const ran = await run([{ kind: 'truncated', value: REVIEW }, GOOD]);
    expectBackend(ran);
    expect(ran.log).toContain('the answer was cut off at its longest allowed length, asking again');
    expect(ran.server.requests[1]?.body).toContain('in half as many words');
    expect(ran.usage).toEqual({
      input: 2 * ANSWER_USAGE.input,
      output: 2 * ANSWER_USAGE.output,
      estimated: false,
    });
  });

  test('an answer that is always cut off is given up after the third, and never taken for a short one', async () => {
    const ran = await run([{ kind: 'truncated', value: REVIEW }]);
    expectFailure(
      ran,
      `the answer of ${name} was cut off at its longest allowed length; try again or use another model`,
    );
    expect(ran.server.requests).toHaveLength(3);
  });

  test.each<LlmStep['kind'] & ('refusal' | 'filtered')>(['refusal', 'filtered'])(
    'a refusal: %s',
    async (kind) => {
      const ran = await run([{ kind }]);
      expectFailure(ran, `${name} refused to answer`);
      expect(ran.server.requests).toHaveLength(1);
      expect(ran.usage).toEqual({ ...ANSWER_USAGE, estimated: false });
    },
  );

  test('a server that is not there', async () => {
    const server = await startLlmServer([]);
    const llm = await llmAt(server, { provider });
    await server.stop();
    const question = { purpose: 'test', system: 's', user: 'u', shape: z.object({}) };
    const { result, usage } = await llm.ask(question, never());
    expect(result).toEqual({ ok: false, error: { kind: 'unreachable' } });
    expect(usage).toEqual(FREE);
  });
});

test.concurrent.each([
  [404, 'check the setting "backboneAi.model" and the setting "backboneAi.baseUrl"'],
  [308, 'it redirects; enter its final address in the setting "backboneAi.baseUrl"'],
])('an endpoint of the settings that answers with %i points to them', async (status, words) => {
  const ran = await generateWith([{ kind: 'status', status }]);
  expectFailure(ran, `127.0.0.1 rejected the request (status ${status}); ${words}`);
});

const NO_CREDIT = 'the account at 127.0.0.1 has no credit left; add credit there or use another key';
const TOO_LONG = (name: string) =>
  `the schema is longer than ${name} can read; use a model with a larger context`;
const WRONG_KEY = '127.0.0.1 refused the API key; enter it again with "BackBone: Set API Key"';

test.concurrent.each<[RemoteProviderId, number, unknown, string]>([
  ['openai', 429, { error: { message: 'quota', code: 'insufficient_quota' } }, NO_CREDIT],
  [
    'openai',
    400,
    { error: { message: 'x', code: 'context_length_exceeded' } },
    TOO_LONG('OpenAI test-model'),
  ],
  ['anthropic', 400, anthropicError('Your credit balance is too low to access the API.'), NO_CREDIT],
  ['anthropic', 402, anthropicError('billing'), NO_CREDIT],
  [
    'anthropic',
    400,
    anthropicError('prompt is too long: 9 tokens > 8 maximum'),
    TOO_LONG('Anthropic test-model'),
  ],
  ['anthropic', 413, anthropicError('too large'), TOO_LONG('Anthropic test-model')],
  ['gemini', 400, geminiError('API key not valid.', { reason: 'API_KEY_INVALID' }), WRONG_KEY],
  [
    'gemini',
    400,
    geminiError('The input token count (9) exceeds the maximum number of tokens allowed (8).', {}),
    TOO_LONG('Google Gemini test-model'),
  ],
  [
    'gemini',
    429,
    geminiError('quota', { retryDelay: '34.5s' }),
    '127.0.0.1 is limiting requests; try again in 35 seconds',
  ],
])('%s says it with status %i and %j', async (provider, status, ...[body, words]) => {
  const ran = await generateWith([{ kind: 'status', status, body }], { provider });
  expectFailure(ran, words);
  expect(ran.server.requests).toHaveLength(1);
});

function anthropicError(message: string): unknown {
  return { type: 'error', error: { type: 'invalid_request_error', message } };
}

function geminiError(message: string, detail: object): unknown {
  return { error: { code: 400, message, status: 'TEST', details: [detail] } };
}
