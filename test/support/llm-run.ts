import { expect } from 'vitest';
import { openLlm } from '../../src/llm/open-llm.ts';
import type { Llm, TokenUsage } from '../../src/workflow/ports.ts';
import { addTokens, NO_TOKENS, type ProgressEvent } from '../../src/workflow/progress.ts';
import { generateAll, logOf } from './generation.ts';
import { type LlmServer, type LlmStep, startLlmServer } from './llm-server.ts';
import { memoryProject, ownFiles, portsFor, SCHEMA } from './memory-ports.ts';

/** A key that must never be seen anywhere. */
export const CANARY = 'sk-canary-0123456789abcdef';

/** What a person and the server saw of one generation with a model. */
export type LlmRun = {
  readonly outcome: string;
  readonly files: readonly string[];
  readonly log: readonly string[];
  readonly events: readonly ProgressEvent[];
  readonly usage: TokenUsage;
  readonly server: LlmServer;
};

/** The model behind a server, with the canary as its key. */
export async function llmAt(server: LlmServer, requestTimeout = 30): Promise<Llm> {
  const settings = {
    provider: 'openai-compatible',
    baseUrl: server.url,
    model: 'test-model',
    requestTimeout,
  } as const;
  const opened = await openLlm(settings, async () => CANARY);
  if (!opened.ok || opened.value === undefined) throw new Error(JSON.stringify(opened));
  return opened.value;
}

/** Generates the whole small backend while the model behaves as scripted. */
export async function generateWith(
  script: readonly LlmStep[],
  { requestTimeout = 30, text = SCHEMA }: { readonly requestTimeout?: number; readonly text?: string } = {},
): Promise<LlmRun> {
  const server = await startLlmServer(script);
  try {
    const project = memoryProject();
    const { outcome, events } = await generateAll(
      portsFor(project, await llmAt(server, requestTimeout)),
      text,
    );
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
