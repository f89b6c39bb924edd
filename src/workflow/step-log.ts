import { type OnProgress, type ProgressEvent, STEPS, type StepName, type StepResult } from './progress.ts';

/** Passes events on and closes the list of steps when a run ends before its last one. */
export type StepLog = {
  readonly emit: OnProgress;
  /** Ends the step that is running, if any. */
  readonly endRunning: (result: StepResult) => void;
  /** Reports every step that was not reached. */
  readonly skipRest: (reason: string) => void;
  readonly waitFor: (step: StepName) => void;
};

/** Follows the steps of one generation. */
export function followSteps(onProgress: OnProgress): StepLog {
  const reached = new Set<StepName>();
  let running: { readonly step: StepName; readonly since: number } | undefined;
  const emit = (event: ProgressEvent): void => {
    if (event.kind === 'step-started') running = { step: event.step, since: performance.now() };
    if (event.kind === 'step-finished') running = undefined;
    if ('step' in event) reached.add(event.step);
    onProgress(event);
  };
  const endRunning = (result: StepResult): void => {
    if (running === undefined) return;
    const { step, since } = running;
    const durationMs = performance.now() - since;
    emit({
      kind: 'step-finished',
      step,
      label: STEPS[step],
      result,
      summary: result,
      counts: {},
      durationMs,
    });
  };
  const skipRest = (reason: string): void => {
    for (const step of STEP_NAMES.filter((it) => !reached.has(it)))
      emit({ kind: 'step-skipped', step, label: STEPS[step], reason });
  };
  const waitFor = (step: StepName): void => emit({ kind: 'step-waiting', step, label: STEPS[step] });
  return { emit, endRunning, skipRest, waitFor };
}

const STEP_NAMES = Object.keys(STEPS) as readonly StepName[];
