import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { connect } from '../../src/llm/connect.ts';
import { createGeneration } from '../../src/workflow/generate.ts';
import type { ProgressEvent } from '../../src/workflow/progress.ts';
import type { RemoteProviderId } from '../../src/workflow/settings.ts';
import { startLlmServer } from '../support/llm-server.ts';
import { memoryProject, portsFor, SCHEMA } from '../support/memory-ports.ts';
import { CANARY, llmAt, WIRES } from '../support/test-model.ts';
import type { LlmStep } from '../support/wire/wire.ts';

describe.concurrent.each<RemoteProviderId>(['openai', 'anthropic', 'gemini'])('%s', (provider) => {
  test('a cancel during a stall ends soon, closes the connection and counts what was asked', async () => {
    const server = await startLlmServer([{ kind: 'stall' }], WIRES[provider]);
    const events: ProgressEvent[] = [];
    const ports = portsFor(memoryProject(), await llmAt(server, { provider }));
    const generation = createGeneration({ text: SCHEMA }, ports, (it) => events.push(it));
    const controller = new AbortController();
    const outcome = generation.start(controller.signal);
    await server.received(1);
    controller.abort();
    expect(await within(2000, outcome)).toEqual({ kind: 'cancelled' });
    await within(2000, server.requests[0]?.abandoned);
    const [counted, ...others] = events.flatMap((it) => (it.kind === 'tokens' ? [it] : []));
    expect(others).toEqual([]);
    expect(counted?.usage.estimated).toBe(true);
    expect(counted?.usage.input).toBeGreaterThan(100);
    expect(counted?.usage.output).toBe(0);
    expect(counted?.total).toEqual(counted?.usage);
    expect(events).toContainEqual(expect.objectContaining({ step: 'architect', result: 'cancelled' }));
    expect(JSON.stringify(events)).not.toContain(CANARY);
    await server.stop();
  });

  test('a cancel during the wait before another attempt', async () => {
    const step: LlmStep = { kind: 'status', status: 429, headers: { 'retry-after': '15' } };
    const server = await startLlmServer([step], WIRES[provider]);
    const controller = new AbortController();
    const ports = portsFor(memoryProject(), await llmAt(server, { provider }));
    const generation = createGeneration({ text: SCHEMA }, ports, (it) => {
      if (it.kind === 'log' && it.text.startsWith('no answer')) controller.abort();
    });
    expect(await within(2000, generation.start(controller.signal))).toEqual({ kind: 'cancelled' });
    expect(server.requests).toHaveLength(1);
    await server.stop();
  });
});

describe('a model that hears of nothing', () => {
  const deaf = connect({
    speak: async function* () {
      yield { text: 'Let me', usage: { input: 7, output: 0, estimated: true } };
      await new Promise(() => undefined);
    },
    name: 'Deaf',
    host: 'nowhere',
    urlFromSettings: false,
    limits: { totalSeconds: 0.2, idleSeconds: 0.1 },
    secrets: [],
    retries: 2,
  });
  const question = { purpose: 'test', system: 's', user: 'u', shape: z.object({}) };

  test('is left when it is cancelled', async () => {
    const { result, usage } = await deaf.ask(question, AbortSignal.timeout(20));
    expect(result).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(usage).toEqual({ input: 7, output: 2, estimated: true });
  });

  test('is left when time is up', async () => {
    const { result } = await deaf.ask(question, new AbortController().signal);
    expect(result).toEqual({ ok: false, error: { kind: 'timeout', seconds: 0.1 } });
  });
});

async function within<T>(ms: number, promise: Promise<T> | undefined): Promise<T | undefined> {
  const late = new Promise<never>((_resolve, reject) => setTimeout(reject, ms, new Error('too late')));
  return Promise.race([promise, late]);
}
