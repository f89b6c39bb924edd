import type { Llm, LlmQuestion, LlmReply } from './ports.ts';
import { addTokens, NO_TOKENS, type OnProgress } from './progress.ts';

/** A model whose spending is reported. */
export type MeteredLlm = {
  readonly llm: Llm;
  /** Resolves when no question is open any more, or soon after. */
  readonly settled: () => Promise<void>;
};

/** Reports what every question costs, also after a failure or a cancel. */
export function meterLlm(llm: Llm, onProgress: OnProgress): MeteredLlm {
  const open = new Set<Promise<unknown>>();
  let total = NO_TOKENS;
  const metered = async <T>(question: LlmQuestion<T>, signal: AbortSignal): Promise<LlmReply<T>> => {
    const reply = await llm.ask(question, signal);
    total = addTokens(total, reply.usage);
    onProgress({ kind: 'tokens', purpose: question.purpose, usage: reply.usage, total });
    return reply;
  };
  const ask = <T>(question: LlmQuestion<T>, signal: AbortSignal): Promise<LlmReply<T>> => {
    const reply = metered(question, signal);
    open.add(reply);
    return reply.finally(() => open.delete(reply));
  };
  return { llm: { ...llm, ask }, settled: () => withinGrace(Promise.allSettled(open)) };
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
