import type { PanelState, StepRow, StepState, SuggestionRow } from '../../webview/protocol.ts';
import type { TokenUsage } from '../../workflow/ports.ts';
import {
  type ProgressEvent,
  STEPS,
  type StepResult,
  SUGGESTION_TOPICS,
  type Suggestion,
} from '../../workflow/progress.ts';

/** What is at work, for the panel. */
export type ToolTitle = {
  readonly title: string;
  readonly headline: string;
  /** Ids and labels of its steps. */
  readonly steps: Readonly<Record<string, string>>;
};

const LOG_ROWS = 200;

const RESULT_STATES = {
  done: 'done',
  stopped: 'stopped',
  cancelled: 'stopped',
  failed: 'failed',
} as const satisfies Record<StepResult, StepState>;

/** The panel before any run. */
export const idleView = (trusted: boolean): PanelState => ({
  trusted,
  phase: 'idle',
  tone: 'neutral',
  title: 'BackBone AI',
  headline: trusted
    ? 'Turns a schema into a FastAPI backend. Every change is shown before it is written.'
    : 'This folder is in Restricted Mode: schemas can be edited and validated, but no backend is generated, because generating writes code into the folder.',
  steps: [],
  next: ['generate'],
  tests: [],
  backends: [],
  suggestions: [],
  tokens: '',
  log: [],
});

/** The panel when a run begins: every step is still to come. */
export const startedView = (title: string): PanelState =>
  toolView({ title, headline: 'Generating…', steps: STEPS });

/** The panel after something happened, `at` seconds after the run began. */
export function withEvent(view: PanelState, event: ProgressEvent, at: number): PanelState {
  switch (event.kind) {
    case 'step-started':
      return withStep(view, event.step, { state: 'running', detail: '' });
    case 'step-finished': {
      const { step, label, result, summary, durationMs } = event;
      const row = { state: RESULT_STATES[result], detail: summary, durationMs };
      return withLog(withStep(view, step, row), { at, level: 'info', text: `${label}: ${summary}` });
    }
    case 'step-skipped':
      return withStep(view, event.step, { state: 'skipped', detail: event.reason });
    case 'step-waiting':
      return withStep(view, event.step, {
        state: 'waiting',
        detail: 'waits for you',
      });
    case 'log':
      return withLog(view, { at, level: event.level, text: event.text });
    case 'suggestions':
      return { ...view, suggestions: event.suggestions.map(toRow) };
    case 'tokens': {
      const text = `${event.purpose}, ${event.model}: ${tokensText(event.usage)}`;
      return withLog({ ...view, tokens: tokensText(event.total) }, { at, level: 'info', text });
    }
  }
}

const tokensText = ({ input, output, estimated }: TokenUsage): string =>
  `${estimated ? '≈' : ''}${input + output} tokens (${input} in, ${output} out)`;

/** The panel when something begins that has steps, all of them still to come. */
export const toolView = ({ title, headline, steps }: ToolTitle): PanelState => ({
  ...idleView(true),
  phase: 'running',
  title,
  headline,
  steps: Object.entries(steps).map(([id, label]) => pendingStep(id, label)),
});

const pendingStep = (id: string, label: string): StepRow => ({
  id,
  label,
  state: 'pending',
  detail: '',
  durationMs: undefined,
});

/** The panel with a row changed. */
export function withStep(view: PanelState, id: string, change: Partial<StepRow>): PanelState {
  return { ...view, steps: view.steps.map((row) => (row.id === id ? { ...row, ...change } : row)) };
}

function withLog(view: PanelState, row: PanelState['log'][number]): PanelState {
  return { ...view, log: [...view.log, row].slice(-LOG_ROWS) };
}

const toRow = ({ topic, table, column, message }: Suggestion, id: number): SuggestionRow => ({
  id,
  topic: SUGGESTION_TOPICS[topic],
  place: column === undefined ? table : `${table}.${column}`,
  text: message,
});
