import { describe, expect, test } from 'vitest';
import type { RemoteProviderId } from '../../src/workflow/settings.ts';
import { storyOf } from '../support/generation.ts';
import { expectBackend, expectFailure, generateWith, REVIEW, type RunOptions } from '../support/llm-run.ts';
import { SCHEMA } from '../support/memory-ports.ts';
import { CANARY } from '../support/test-model.ts';
import { ANSWER_USAGE, type LlmStep } from '../support/wire/wire.ts';

const GOOD: LlmStep = { kind: 'answer', value: REVIEW };
const times = (count: number) => ({
  input: count * ANSWER_USAGE.input,
  output: count * ANSWER_USAGE.output,
  estimated: false,
});

const NAMES: readonly (readonly [RemoteProviderId, string])[] = [
  ['openai', 'OpenAI test-model'],
  ['anthropic', 'Anthropic test-model'],
  ['gemini', 'Google Gemini test-model'],
  ['openai-compatible', '127.0.0.1 test-model'],
];

describe.concurrent.each(NAMES)('%s', (provider, name) => {
  const run = (script: readonly LlmStep[], options: RunOptions = {}) =>
    generateWith(script, { provider, ...options });

  test('a review is shown as suggestions at their places, and counted', async () => {
    const ran = await run([GOOD]);
    expectBackend(ran);
    expect(ran.events).toContainEqual({
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
    expect(ran.log).toContain('1 of the suggestions named nothing in the schema and were left out');
    expect(ran.usage).toEqual(times(1));
    expect(storyOf(ran.events)).toContain('architect done: 3 files planned, 1 suggestion');
  });

  test('an answer that is not JSON is repaired', async () => {
    const ran = await run([{ kind: 'arguments', text: '{"suggestions": [' }, GOOD]);
    expectBackend(ran);
    expect(ran.events.some((it) => it.kind === 'suggestions')).toBe(true);
    expect(ran.log).toContain('the answer does not have the agreed form, asking again');
    expect(ran.server.requests).toHaveLength(2);
    expect(ran.server.requests[1]?.body).toContain('it is not valid JSON');
    expect(ran.usage).toEqual(times(2));
  });

  test('an answer of another shape is repaired with the reasons, at most three answers in all', async () => {
    const ran = await run([{ kind: 'answer', value: { suggestions: 'none' } }]);
    expectFailure(ran, `${name} did not answer in the agreed form; try again or use another model`);
    expect(ran.server.requests).toHaveLength(3);
    expect(ran.server.requests[1]?.body).toContain('expected array');
    expect(ran.usage).toEqual(times(3));
  });

  test('a model that ignores tools and writes the JSON as text', async () => {
    const text = `Here you are:\n\`\`\`json\n${JSON.stringify(REVIEW)}\n\`\`\``;
    const ran = await run([{ kind: 'text', text }]);
    expectBackend(ran);
    expect(ran.events.some((it) => it.kind === 'suggestions')).toBe(true);
  });

  test('an answer with control characters and the key in it is shown without them', async () => {
    const message = `\u001b[31mrm -rf\u0007 ${CANARY}\u202e`;
    const suggestion = { topic: 'other', table: 'orders', column: null, message };
    const { events } = await run([{ kind: 'answer', value: { suggestions: [suggestion] } }]);
    expect(events).toContainEqual(
      expect.objectContaining({
        suggestions: [expect.objectContaining({ message: '[31mrm -rf [removed]' })],
      }),
    );
  });

  test('errors of a schema are explained', async () => {
    const explanation = 'Two tables have the same name.\nRename one.';
    const text = SCHEMA.replace('"orders"', '"customers"');
    const ran = await run([{ kind: 'answer', value: { explanation } }], { text });
    expect(ran.outcome).toBe('invalid');
    expect(ran.log.at(-1)).toBe('Two tables have the same name. Rename one.');
    expect(ran.server.requests[0]?.body).toContain('BB2');
    expect(ran.usage).toEqual(times(1));
  });

  test('errors that the model fails to explain are errors all the same', async () => {
    const text = SCHEMA.replace('"orders"', '"customers"');
    const ran = await run([{ kind: 'refusal' }], { text });
    expect(ran.outcome).toBe('invalid');
    expect(ran.log.at(-1)?.replace(/:\d+/, '')).toBe(
      `${name} refused to answer; the errors are not explained`,
    );
  });
});

test.concurrent.each<RemoteProviderId>(['openai', 'gemini'])(
  '%s without token counts gets an estimate',
  async (provider) => {
    const ran = await generateWith([{ kind: 'answer', value: REVIEW, usage: 'none' }], { provider });
    expectBackend(ran);
    expect(ran.usage.estimated).toBe(true);
    expect(ran.usage.input).toBeGreaterThan(100);
    expect(ran.usage.output).toBeGreaterThan(10);
  },
);
