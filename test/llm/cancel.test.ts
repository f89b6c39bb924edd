import { expect, test } from 'vitest';
import { createGeneration } from '../../src/workflow/generate.ts';
import type { ProgressEvent } from '../../src/workflow/progress.ts';
import { startLlmServer } from '../support/llm-server.ts';
import { memoryProject, portsFor, SCHEMA } from '../support/memory-ports.ts';
import { CANARY, llmAt } from '../support/test-model.ts';

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

async function within<T>(ms: number, promise: Promise<T> | undefined): Promise<T | undefined> {
  const late = new Promise<never>((_resolve, reject) => setTimeout(reject, ms, new Error('too late')));
  return Promise.race([promise, late]);
}
