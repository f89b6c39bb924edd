import type { ColorChoice } from './arguments.ts';

/** What may be said in colour. */
export type Style = 'error' | 'warning' | 'information' | 'hint' | 'good' | 'dim';

/** A text in its style, or as it is where there is no colour. */
export type Paint = (style: Style, text: string) => string;

const CODES: Readonly<Record<Style, number>> = {
  error: 31,
  warning: 33,
  information: 36,
  hint: 2,
  good: 32,
  dim: 2,
};

/** How text is written to one stream; see `mayColor`. */
export const painter = (colored: boolean): Paint =>
  colored ? (style, text) => `\u001b[${CODES[style]}m${text}\u001b[0m` : (_style, text) => text;

type Surroundings = {
  readonly isTerminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/**
 * Whether a stream gets colours: as `--color` says, else as FORCE_COLOR (0 for none) or NO_COLOR (https://no-color.org)
 * say, else when it is a terminal that knows them.
 */
export function mayColor(choice: ColorChoice, { isTerminal, env }: Surroundings): boolean {
  if (choice !== 'auto') return choice === 'always';
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  if (env.NO_COLOR) return false;
  return isTerminal && env.TERM !== 'dumb';
}
