import { expect } from 'vitest';
import type { TokenUsage } from '../../src/workflow/ports.ts';
import { addTokens, NO_TOKENS, type ProgressEvent } from '../../src/workflow/progress.ts';
import { generateAll, logOf } from './generation.ts';
import { type LlmServer, startLlmServer } from './llm-server.ts';
import { memoryProject, ownFiles, portsFor, SCHEMA } from './memory-ports.ts';
import { CANARY, llmAt, type ModelOptions, WIRES } from './test-model.ts';
import type { LlmStep } from './wire/wire.ts';

/** What a person and the server saw of one generation with a model. */
export type LlmRun = {
  readonly outcome: string;
  readonly files: readonly string[];
  readonly log: readonly string[];
  readonly events: readonly ProgressEvent[];
  readonly usage: TokenUsage;
  readonly server: LlmServer;
};

/** How a run is made; by default with an OpenAI-compatible endpoint. */
export type RunOptions = ModelOptions & { readonly text?: string };

/** Generates the whole small backend while the model behaves as scripted. */
export async function generateWith(script: readonly LlmStep[], options: RunOptions = {}): Promise<LlmRun> {
  const server = await startLlmServer(script, WIRES[options.provider ?? 'openai-compatible']);
  try {
    const project = memoryProject();
    const ports = portsFor(project, await llmAt(server, options));
    const { outcome, events } = await generateAll(ports, options.text ?? SCHEMA);
    const spent = events.flatMap((it) => (it.kind === 'tokens' ? [it.usage] : []));
    const usage = spent.reduce(addTokens, NO_TOKENS);
    return { outcome: outcome.kind, files: ownFiles(project), log: logOf(events), events, usage, server };
  } finally {
    await server.stop();
  }
}

/** An answer that reviews the schema of the tests: one suggestion of use, and one about a table that is not there. */
export const REVIEW = {
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

/** The backend is there whatever the model did, and nobody has seen the key. */
export function expectBackend(run: LlmRun): void {
  expect(run.outcome).toBe('applied');
  expect(run.files).toEqual(['README.md', 'app/models/customers.py', 'app/models/orders.py']);
  expect(JSON.stringify(run.events)).not.toContain(CANARY);
}

/** As before, and the log ends with these words about the model; the port is left out of hosts. */
export function expectFailure(run: LlmRun, words: string): void {
  expectBackend(run);
  const last = run.log.at(-1)?.replace(/(127\.0\.0\.1):\d+/g, '$1');
  expect(last).toBe(`${words}; the backend is generated without suggestions`);
  expect(run.events.some((it) => it.kind === 'suggestions')).toBe(false);
}
