import { type LogLevel, type ProgressEvent, STEPS, type StepCounts, type StepName } from '../progress.ts';
import type { State, Update } from '../state.ts';

/** What a step is given besides the state. */
export type StepTools = {
  readonly signal: AbortSignal;
  readonly log: (level: LogLevel, text: string) => void;
  readonly emit: (event: ProgressEvent) => void;
};

/** The part of LangGraph's runtime that nodes use. */
export type StepRuntime = {
  readonly signal: AbortSignal;
  readonly writer: (event: ProgressEvent) => void;
};

/** What a step hands back: its findings, and how they are told. */
type StepDone = {
  readonly update: Update;
  readonly summary: string;
  readonly counts?: StepCounts;
};

/** The work of one step. */
export type StepWork = (state: State, tools: StepTools) => StepDone | Promise<StepDone>;

/** Makes a graph node of a step's work that reports when it starts and how it ends. */
export function reportStep(step: StepName, work: StepWork) {
  return async (state: State, runtime: StepRuntime): Promise<Update> => {
    const emit = runtime.writer;
    const label = STEPS[step];
    emit({ kind: 'step-started', step, label });
    await letOthersRun();
    const start = performance.now();
    const log = (level: LogLevel, text: string): void => emit({ kind: 'log', step, level, text });
    const { update, summary, counts = {} } = await work(state, { signal: runtime.signal, log, emit });
    const durationMs = performance.now() - start;
    const result = update.outcome === undefined ? 'done' : endOf(update.outcome.kind);
    emit({ kind: 'step-finished', step, label, result, summary, counts, durationMs });
    return update;
  };
}

const endOf = (kind: string): 'done' | 'stopped' =>
  kind === 'applied' || kind === 'nothing-to-do' ? 'done' : 'stopped';

// Rendering occupies the thread; without this a shell would show the step only when it is over.
const letOthersRun = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
