/** How a step of the run looks. */
export type StepState = 'pending' | 'running' | 'waiting' | 'done' | 'stopped' | 'failed' | 'skipped';

/** One agent or step as a row. */
export type StepRow = {
  readonly id: string;
  readonly label: string;
  readonly state: StepState;
  /** One phrase, such as `12 tables, 3 warnings`. */
  readonly detail: string;
  readonly durationMs: number | undefined;
};

/** A line of the log; `at` counts seconds since the run began. */
export type LogRow = { readonly at: number; readonly level: 'info' | 'warning'; readonly text: string };

/** A remark of the language model. */
export type SuggestionRow = {
  readonly id: number;
  readonly topic: string;
  readonly place: string;
  readonly text: string;
};

/** Where a run is in its life. */
export type Phase = 'idle' | 'running' | 'cancelling' | 'reviewing' | 'applying' | 'ended';

/** Everything the page shows; it keeps nothing itself, so this is sent whole whenever something changed. */
export type PanelState = {
  readonly trusted: boolean;
  readonly phase: Phase;
  readonly tone: 'neutral' | 'good' | 'bad';
  readonly title: string;
  readonly headline: string;
  readonly steps: readonly StepRow[];
  readonly suggestions: readonly SuggestionRow[];
  readonly tokens: string;
  readonly log: readonly LogRow[];
};

/** From the extension to the page; an older `seq` is ignored. */
export type ToPage = { readonly type: 'snapshot'; readonly seq: number; readonly state: PanelState };

/** From the page to the extension: never a path or a command, only these. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'generate' }
  | { readonly type: 'cancel' }
  | { readonly type: 'apply' }
  | { readonly type: 'discard' }
  | { readonly type: 'trust' }
  | { readonly type: 'show-suggestion'; readonly id: number };

const SIMPLE: ReadonlySet<unknown> = new Set(['ready', 'generate', 'cancel', 'apply', 'discard', 'trust']);

/** Reads a message of the page; anything else is undefined. */
export function readFromPage(data: unknown): FromPage | undefined {
  const { type, id } = Object(data);
  if (SIMPLE.has(type)) return { type };
  return type === 'show-suggestion' && Number.isInteger(id) ? { type, id } : undefined;
}
