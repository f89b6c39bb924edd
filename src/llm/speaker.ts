import type { LlmFailure, TokenUsage } from '../workflow/ports.ts';

/** One message of a conversation, in no provider's form. */
export type Message = { readonly role: 'system' | 'user' | 'assistant'; readonly text: string };

/** The only tool that a model is offered: its arguments are the answer. */
export type AnswerTool = {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of the arguments. */
  readonly parameters: Readonly<Record<string, unknown>>;
};

/** What is sent to a model once. */
export type SpeakerRequest = {
  readonly messages: readonly Message[];
  readonly tool: AnswerTool;
  readonly signal: AbortSignal;
};

/** What a model sends back at a time; whatever is absent has not changed. */
export type Piece = {
  readonly text?: string | undefined;
  /** The next part of the tool call's arguments, as JSON. */
  readonly args?: string | undefined;
  /** Why the answer ends: it is complete, it reached its longest allowed length, or the model refuses. */
  readonly end?: 'complete' | 'length' | 'refusal' | undefined;
  /** Of this request as a whole, so far. */
  readonly usage?: TokenUsage | undefined;
};

/** Sends one request and yields what comes back; a failure is an exception of whatever kind. */
export type Speaker = (request: SpeakerRequest) => AsyncIterable<Piece>;

/** A failure that a speaker has understood already. */
export class SpeakerError extends Error {
  override readonly name = 'SpeakerError';
  readonly failure: LlmFailure;

  constructor(failure: LlmFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}
