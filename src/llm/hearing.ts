import type { TokenUsage } from '../workflow/ports.ts';
import type { Piece } from './speaker.ts';

/** What has arrived of an answer so far. */
export type Hearing = {
  /** The arguments of the tool call, as JSON. */
  readonly args: string;
  readonly text: string;
  readonly end: Piece['end'];
  readonly usage: TokenUsage | undefined;
};

/** Nothing has arrived. */
export const SILENCE: Hearing = { args: '', text: '', end: undefined, usage: undefined };

/** Adds one piece; a refusal stays one, whatever reason for the end follows it. */
export const hear = (hearing: Hearing, { args = '', text = '', end, usage }: Piece): Hearing => ({
  args: hearing.args + args,
  text: hearing.text + text,
  end: hearing.end === 'refusal' ? hearing.end : (end ?? hearing.end),
  usage: usage ?? hearing.usage,
});

/** Whether anything of an answer has arrived. */
export const heardAnything = ({ args, text }: Hearing): boolean => args !== '' || text !== '';

/** What the provider counted; where it did not, or not to the end, an estimate from the lengths. */
export function usageOf({ usage, end, args, text }: Hearing, askedCharacters: number): TokenUsage {
  if (usage !== undefined && end !== undefined) return usage;
  const output = Math.max(usage?.output ?? 0, tokensIn(args.length + text.length));
  return { input: usage?.input ?? tokensIn(askedCharacters), output, estimated: true };
}

const CHARACTERS_PER_TOKEN = 4;
const tokensIn = (characters: number): number => Math.ceil(characters / CHARACTERS_PER_TOKEN);
