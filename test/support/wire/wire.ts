import type { IncomingHttpHeaders } from 'node:http';

/** How the server answers one request; the last step of a script answers all further ones. */
export type LlmStep =
  | StreamedStep
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** Defaults to an error that quotes the key, as some providers do. */
      readonly body?: unknown;
    }
  /** Accepts the request and says nothing. */
  | { readonly kind: 'stall' }
  /** A stream whose events are not JSON. */
  | { readonly kind: 'garbage' };

/** A step that is answered with a stream of events. */
export type StreamedStep =
  /** A complete tool call; `usage: 'none'` leaves the token counts out. */
  | { readonly kind: 'answer'; readonly value: unknown; readonly usage?: 'none' }
  /** A complete tool call whose arguments are this text, JSON or not. */
  | { readonly kind: 'arguments'; readonly text: string }
  /** A text instead of a tool call. */
  | { readonly kind: 'text'; readonly text: string }
  /** The beginning of the answer and then nothing. */
  | { readonly kind: 'stall-midway'; readonly value: unknown }
  /** The beginning of the answer, then the connection is cut. */
  | { readonly kind: 'half'; readonly value: unknown }
  /** Ends at the longest allowed length, in the middle of the arguments. */
  | { readonly kind: 'truncated'; readonly value: unknown }
  | { readonly kind: 'refusal' }
  /** Begins to answer and is stopped by a filter. */
  | { readonly kind: 'filtered' }
  /** An error that the provider reports after the stream has begun. */
  | { readonly kind: 'error-midway' };

/** The form in which a provider speaks over HTTP. */
export type Wire = {
  /** What a base URL has behind the host. */
  readonly base: string;
  readonly isQuestion: (path: string) => boolean;
  readonly keyIn: (headers: IncomingHttpHeaders) => unknown;
  readonly error: (status: number, message: string) => unknown;
  /** The events of a stream as they are sent, without an end where the step has none. */
  readonly events: (step: StreamedStep) => readonly string[];
};

/** Tokens that every complete answer is counted with. */
export const ANSWER_USAGE = { input: 120, output: 30 };

/** A text in the small parts in which models send it. */
export const pieces = (text: string): readonly string[] => text.match(/[\s\S]{1,24}/g) ?? [];

/** The arguments of a tool call, as text; undefined for a step without a call. */
export function argumentsOf(step: StreamedStep): string | undefined {
  if (step.kind === 'arguments') return step.text;
  return 'value' in step ? JSON.stringify(step.value) : undefined;
}

/** Whether the stream stops before it says how it ended. */
export const isBroken = ({ kind }: StreamedStep): boolean => kind === 'half' || kind === 'stall-midway';
