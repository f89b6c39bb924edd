import type { AIMessageChunk, BaseMessage } from '@langchain/core/messages';
import type { LlmFailure, TokenUsage } from '../workflow/ports.ts';
import { NO_TOKENS } from '../workflow/progress.ts';
import type { Deadline } from './deadline.ts';
import { failureOfError } from './failure-of-error.ts';
import { type Hearing, hear, heardAnything, SILENCE, usageOf } from './hearing.ts';

/** A model bound to one question's answer form. */
export type Speaker = {
  readonly stream: (
    messages: BaseMessage[],
    options: { readonly signal: AbortSignal },
  ) => Promise<AsyncIterable<AIMessageChunk>>;
  /** Recognises a refusal that LangChain does not pass on. */
  readonly isRefusal: (chunk: AIMessageChunk) => boolean;
};

/** What one request brought: an answer, whole or in part, or why there is none. */
export type Heard = {
  readonly hearing: Hearing;
  readonly failure: LlmFailure | undefined;
  readonly usage: TokenUsage;
};

/** Sends one request and listens to the end. Exceptions of the provider's library are caught here and nowhere else. */
export async function listen(speaker: Speaker, messages: BaseMessage[], deadline: Deadline): Promise<Heard> {
  const asked = messages.reduce((sum, it) => sum + it.text.length, 0);
  let hearing = SILENCE;
  const end = (failure: LlmFailure | undefined): Heard => {
    const free = failure !== undefined && !mayCost(failure) && !heardAnything(hearing);
    return { hearing, failure, usage: free ? NO_TOKENS : usageOf(hearing, asked) };
  };
  const late = interruption(deadline);
  if (late !== undefined) return { hearing, failure: late, usage: NO_TOKENS };
  deadline.touch();
  try {
    for await (const chunk of await speaker.stream(messages, { signal: deadline.signal })) {
      deadline.touch();
      hearing = hear(hearing, chunk);
      if (speaker.isRefusal(chunk)) hearing = { ...hearing, refused: true };
      if (hearing.args.length + hearing.text.length > LONGEST_ANSWER) return end({ kind: 'truncated' });
    }
    return end(interruption(deadline));
  } catch (error) {
    return end(interruption(deadline) ?? failureOfError(error, heardAnything(hearing)));
  }
}

const LONGEST_ANSWER = 200_000;

// An abort can end the stream as well with as without an exception.
function interruption({ expired, signal }: Deadline): LlmFailure | undefined {
  const seconds = expired();
  if (seconds !== undefined) return { kind: 'timeout', seconds };
  return signal.aborted ? { kind: 'cancelled' } : undefined;
}

// The provider may have read the question, and bills it, although we heard nothing.
const mayCost = ({ kind }: LlmFailure): boolean =>
  kind === 'timeout' || kind === 'cancelled' || kind === 'broken-off';
