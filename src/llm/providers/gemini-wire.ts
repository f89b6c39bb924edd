import { z } from 'zod';
import type { TokenUsage } from '../../workflow/ports.ts';
import type { Piece } from '../speaker.ts';

const Part = z.object({
  text: z.string().optional(),
  /** Whether it is what the model thought, not what it answers. */
  thought: z.boolean().optional(),
  functionCall: z.object({ args: z.unknown() }).optional(),
});

const Usage = z.object({
  promptTokenCount: z.number().default(0),
  candidatesTokenCount: z.number().default(0),
  thoughtsTokenCount: z.number().default(0),
});

/** One event of a streamed answer. */
export const GeminiChunk = z.object({
  candidates: z
    .array(
      z.object({
        content: z.object({ parts: z.array(Part).default([]) }).optional(),
        finishReason: z.string().optional(),
      }),
    )
    .default([]),
  promptFeedback: z.object({ blockReason: z.string().optional() }).optional(),
  usageMetadata: Usage.optional(),
  error: z.object({ code: z.number() }).optional(),
});

/** One event, checked. */
export type GeminiChunk = z.infer<typeof GeminiChunk>;

/** What an event adds to the answer. */
export function pieceOf({ candidates: [candidate], promptFeedback, usageMetadata }: GeminiChunk): Piece {
  const parts = (candidate?.content?.parts ?? []).filter((it) => it.thought !== true);
  const call = parts.find((it) => it.functionCall !== undefined)?.functionCall;
  return {
    text: parts.map((it) => it.text ?? '').join(''),
    args: call && JSON.stringify(call.args ?? {}),
    end: promptFeedback?.blockReason === undefined ? endOf(candidate?.finishReason) : 'refusal',
    usage: usageMetadata && usageOf(usageMetadata),
  };
}

const usageOf = (it: z.infer<typeof Usage>): TokenUsage => ({
  input: it.promptTokenCount,
  output: it.candidatesTokenCount + it.thoughtsTokenCount,
  estimated: false,
});

const REFUSALS: ReadonlySet<string> = new Set([
  'SAFETY',
  'RECITATION',
  'LANGUAGE',
  'BLOCKLIST',
  'PROHIBITED_CONTENT',
  'SPII',
]);

function endOf(reason: string | undefined): Piece['end'] {
  if (reason === undefined || reason === 'FINISH_REASON_UNSPECIFIED') return undefined;
  if (reason === 'MAX_TOKENS') return 'length';
  return REFUSALS.has(reason) ? 'refusal' : 'complete';
}

/** The error that a response of another status than 200 stands for, in the form that `failureOfError` reads. */
export async function geminiError(response: Response): Promise<Error> {
  const told = ErrorBody.safeParse(await response.json().catch(() => undefined));
  const { message, details } = told.success ? told.data.error : NOTHING_TOLD;
  const headers = new Headers(response.headers);
  const delay = details.map((it) => it.retryDelay?.match(/^([\d.]+)s$/)?.[1]).find((it) => it !== undefined);
  if (delay !== undefined && !headers.has('retry-after')) headers.set('retry-after', delay);
  const code = details.some((it) => it.reason === 'API_KEY_INVALID')
    ? 'invalid_api_key'
    : isTooLong(message)
      ? 'context_length_exceeded'
      : undefined;
  return Object.assign(new Error('Gemini answered with an error'), {
    status: response.status,
    headers,
    code,
  });
}

const NOTHING_TOLD = { message: '', details: [] };

// There is no code for it, only a sentence.
const isTooLong = (message: string): boolean => /exceeds the maximum number of tokens/i.test(message);

const ErrorBody = z.object({
  error: z.object({
    message: z.string().default(''),
    details: z
      .array(z.object({ reason: z.string().optional(), retryDelay: z.string().optional() }))
      .default([]),
  }),
});
