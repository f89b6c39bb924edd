import { failure, success } from '../core/index.ts';
import type { Llm, LlmFailure, LlmQuestion, LlmReply } from '../workflow/ports.ts';
import { NO_TOKENS } from '../workflow/progress.ts';
import { failureText } from './failure-text.ts';

/** One scripted answer: a value of the question's shape, or a failure. */
export type ScriptedAnswer = { readonly value: unknown } | { readonly failure: LlmFailure };

/** A model that answers from a list, in order, and by an invalid answer when the list is used up. It sends nothing. */
export function scriptedLlm(answers: readonly ScriptedAnswer[]): Llm {
  const left = [...answers];
  const ask = async <T>({ shape }: LlmQuestion<T>, signal: AbortSignal): Promise<LlmReply<T>> => {
    if (signal.aborted) return { result: failure({ kind: 'cancelled' }), usage: NO_TOKENS };
    const answer = left.shift() ?? { value: undefined };
    if ('failure' in answer) return { result: failure(answer.failure), usage: NO_TOKENS };
    const checked = shape.safeParse(answer.value);
    const result = checked.success ? success(checked.data) : failure({ kind: 'invalid-answer' } as const);
    return { result, usage: NO_TOKENS };
  };
  return {
    name: 'scripted model',
    ask,
    explain: (it) => failureText(it, { name: 'the script', host: 'the script', urlFromSettings: false }),
  };
}
