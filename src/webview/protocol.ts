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
  /** A button that helps with what the step says. */
  readonly action?: { readonly label: string; readonly type: ButtonType };
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

/** A test of the generated backend that did not pass. */
export type TestRow = {
  readonly id: number;
  readonly name: string;
  /** Such as `tests/domains/test_orders.py:12`. */
  readonly place: string;
  readonly text: string;
};

/** A generated backend that runs. */
export type BackendRow = { readonly id: number; readonly name: string; readonly url: string };

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
  /** What can be done when nothing is going on; the first is the likeliest. */
  readonly next: readonly NextType[];
  readonly tests: readonly TestRow[];
  readonly backends: readonly BackendRow[];
  readonly suggestions: readonly SuggestionRow[];
  readonly tokens: string;
  readonly log: readonly LogRow[];
};

/** From the extension to the page; an older `seq` is ignored. */
export type ToPage = { readonly type: 'snapshot'; readonly seq: number; readonly state: PanelState };

/** Buttons that only say what they are. */
const BUTTONS = [
  'generate',
  'verify',
  'run',
  'check-setup',
  'cancel',
  'apply',
  'discard',
  'trust',
  'set-key',
  'choose-model',
  'install-python',
] as const;

export type ButtonType = (typeof BUTTONS)[number];

/** What a person may want to do next. */
export type NextType = Extract<ButtonType, 'generate' | 'verify' | 'run' | 'check-setup'>;

const ROWS = ['show-suggestion', 'show-test', 'open-backend', 'stop-backend'] as const;

type RowType = (typeof ROWS)[number];

/** From the page to the extension: never a path or a command, only these. */
export type FromPage =
  | { readonly type: 'ready' | ButtonType }
  | { readonly type: RowType; readonly id: number };

const SIMPLE: ReadonlySet<unknown> = new Set(['ready', ...BUTTONS]);
const OF_A_ROW: ReadonlySet<unknown> = new Set(ROWS);

/** Reads a message of the page; anything else is undefined. */
export function readFromPage(data: unknown): FromPage | undefined {
  const { type, id } = Object(data);
  if (SIMPLE.has(type)) return { type };
  return OF_A_ROW.has(type) && Number.isInteger(id) ? { type, id } : undefined;
}
