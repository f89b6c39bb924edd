import type { LlmFailure, TokenUsage } from '../workflow/ports.ts';
import { NO_TOKENS } from '../workflow/progress.ts';
import type { Deadline } from './deadline.ts';
import { failureOfError } from './failure-of-error.ts';
import { type Hearing, hear, heardAnything, SILENCE, usageOf } from './hearing.ts';
import type { Piece, Speaker, SpeakerRequest } from './speaker.ts';
import { untilAborted } from './until-aborted.ts';

/** What one request brought: an answer, whole or in part, or why there is none. */
export type Heard = {
  readonly hearing: Hearing;
  readonly failure: LlmFailure | undefined;
  readonly usage: TokenUsage;
};

/** Sends one request and listens to the end. Exceptions of a provider's library are caught here and nowhere else. */
export async function listen(
  speak: Speaker,
  request: Omit<SpeakerRequest, 'signal'>,
  deadline: Deadline,
): Promise<Heard> {
  const asked = request.messages.reduce((sum, it) => sum + it.text.length, 0);
  let hearing = SILENCE;
  const end = (failure: LlmFailure | undefined): Heard => {
    const free = failure !== undefined && !mayCost(failure) && !heardAnything(hearing);
    return { hearing, failure, usage: free ? NO_TOKENS : usageOf(hearing, asked) };
  };
  const late = interruption(deadline);
  if (late !== undefined) return { hearing, failure: late, usage: NO_TOKENS };
  deadline.touch();
  try {
    for await (const piece of answer(speak, request, deadline)) {
      deadline.touch();
      hearing = hear(hearing, piece);
      if (hearing.args.length + hearing.text.length > LONGEST_ANSWER) return end({ kind: 'truncated' });
    }
    return end(interruption(deadline));
  } catch (error) {
    return end(interruption(deadline) ?? failureOfError(error, heardAnything(hearing)));
  }
}

const LONGEST_ANSWER = 200_000;

const answer = (
  speak: Speaker,
  request: Omit<SpeakerRequest, 'signal'>,
  { signal }: Deadline,
): AsyncIterable<Piece> => untilAborted(speak({ ...request, signal }), signal);

// An abort can end the stream as well with as without an exception.
function interruption({ expired, signal }: Deadline): LlmFailure | undefined {
  const seconds = expired();
  if (seconds !== undefined) return { kind: 'timeout', seconds };
  return signal.aborted ? { kind: 'cancelled' } : undefined;
}

// The provider may have read the question, and bills it, although we heard nothing.
const mayCost = ({ kind }: LlmFailure): boolean => MAY_COST.has(kind);

const MAY_COST: ReadonlySet<LlmFailure['kind']> = new Set([
  'timeout',
  'cancelled',
  'broken-off',
  'model-failed',
]);
