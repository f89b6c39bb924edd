import type { Llm, LlmQuestion, LlmReply, Models } from './ports.ts';
import { addTokens, NO_TOKENS, type OnProgress } from './progress.ts';

/** Models whose spending is reported. */
export type MeteredModels = {
  readonly models: Models;
  /** Resolves when no question is open any more, or soon after. */
  readonly settled: () => Promise<void>;
};

/** Reports what every question costs, also after a failure or a cancel. */
export function meterModels(models: Models, onProgress: OnProgress): MeteredModels {
  const open = new Set<Promise<unknown>>();
  let total = NO_TOKENS;
  const metered = async <T>(
    llm: Llm,
    question: LlmQuestion<T>,
    signal: AbortSignal,
  ): Promise<LlmReply<T>> => {
    const reply = await llm.ask(question, signal);
    total = addTokens(total, reply.usage);
    onProgress({ kind: 'tokens', purpose: question.purpose, model: llm.name, usage: reply.usage, total });
    return reply;
  };
  const meter = (llm: Llm): Llm => ({
    ...llm,
    ask: (question, signal) => {
      const reply = metered(llm, question, signal);
      open.add(reply);
      return reply.finally(() => open.delete(reply));
    },
  });
  const { schemaValidator, architect } = models;
  return {
    models: { schemaValidator: meter(schemaValidator), architect: meter(architect) },
    settled: () => withinGrace(Promise.allSettled(open)),
  };
}

const GRACE_MS = 1000;

// A port that ignores its signal must not hold up a cancel.
async function withinGrace(open: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const grace = new Promise((resolve) => {
    timer = setTimeout(resolve, GRACE_MS);
  });
  await Promise.race([open, grace]);
  clearTimeout(timer);
}
