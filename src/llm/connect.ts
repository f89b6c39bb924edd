import type { Llm, LlmQuestion, LlmReply } from '../workflow/ports.ts';
import { converse } from './converse.ts';
import { type Limits, startDeadline } from './deadline.ts';
import { type Asked, failureText } from './failure-text.ts';
import { redact } from './redact.ts';
import type { Speaker } from './speaker.ts';

/** A model and what is known about the place it is reached at. */
export type Connection = Asked & {
  readonly speak: Speaker;
  readonly limits: Limits;
  /** Never shown to anyone, even if the model says them. */
  readonly secrets: readonly string[];
  /** How often a passing fault is tried again at most. */
  readonly retries: number;
};

/** Makes the workflow's port of a connection. */
export function connect(connection: Connection): Llm {
  const { secrets, limits, speak, retries } = connection;
  const name = redact(connection.name, secrets);
  const ask = async <T>(question: LlmQuestion<T>, signal: AbortSignal): Promise<LlmReply<T>> => {
    const deadline = startDeadline(signal, limits);
    return converse({ question, speak, deadline, secrets, retries }).finally(deadline.stop);
  };
  return { name, ask, explain: (it) => failureText(it, { ...connection, name }) };
}
