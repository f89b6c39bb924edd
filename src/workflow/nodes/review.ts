import { interrupt } from '@langchain/langgraph';
import { type ProgressEvent, STEPS } from '../progress.ts';
import type { Decision, State, Update } from '../state.ts';
import type { StepRuntime } from './step.ts';

/** Waits for a person's decision about the change set. It runs again from its start after the wait, so nothing precedes the interrupt. */
export function review(state: State, runtime: StepRuntime): Update {
  const decision: Decision = interrupt(state.changeSetId);
  const accepted = decision.kind === 'accept' ? decision.accepted.length : 0;
  const event: ProgressEvent = {
    kind: 'step-finished',
    step: 'review',
    label: STEPS.review,
    result: decision.kind === 'accept' ? 'done' : 'stopped',
    summary:
      decision.kind === 'accept' ? `${accepted} ${accepted === 1 ? 'file' : 'files'} accepted` : 'rejected',
    counts: { accepted },
    durationMs: 0,
  };
  runtime.writer(event);
  return decision.kind === 'accept' ? { decision } : { decision, outcome: { kind: 'declined' } };
}
