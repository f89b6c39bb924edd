import type { AIMessageChunk } from '@langchain/core/messages';
import { z } from 'zod';
import type { TokenUsage } from '../workflow/ports.ts';

/** What has arrived of an answer so far. */
export type Hearing = {
  /** The raw arguments of the tool call; LangChain's own reading would complete a half answer silently. */
  readonly args: string;
  readonly text: string;
  readonly finish: string | undefined;
  readonly usage: TokenUsage | undefined;
  readonly refused: boolean;
};

/** Nothing has arrived. */
export const SILENCE: Hearing = { args: '', text: '', finish: undefined, usage: undefined, refused: false };

/** Adds one chunk. */
export function hear(hearing: Hearing, chunk: AIMessageChunk): Hearing {
  const args = (chunk.tool_call_chunks ?? [])
    .filter((it) => (it.index ?? 0) === 0)
    .map((it) => it.args ?? '')
    .join('');
  const finish: unknown = chunk.response_metadata.finish_reason;
  const counted = Counted.safeParse(chunk.usage_metadata);
  return {
    args: hearing.args + args,
    text: hearing.text + chunk.text,
    finish: typeof finish === 'string' ? finish : hearing.finish,
    usage: counted.success ? counted.data : hearing.usage,
    refused: hearing.refused || finish === 'content_filter' || finish === 'refusal',
  };
}

// Some endpoints send a usage without numbers, which counts as none.
const Counted = z
  .object({ input_tokens: z.number(), output_tokens: z.number() })
  .transform((it): TokenUsage => ({ input: it.input_tokens, output: it.output_tokens, estimated: false }));

/** Whether anything of an answer has arrived. */
export const heardAnything = ({ args, text }: Hearing): boolean => args !== '' || text !== '';

/** What the provider counted, or an estimate from the lengths when it did not say. */
export function usageOf(hearing: Hearing, askedCharacters: number): TokenUsage {
  if (hearing.usage !== undefined) return hearing.usage;
  const output = tokensIn(hearing.args.length + hearing.text.length);
  return { input: tokensIn(askedCharacters), output, estimated: true };
}

const CHARACTERS_PER_TOKEN = 4;
const tokensIn = (characters: number): number => Math.ceil(characters / CHARACTERS_PER_TOKEN);
