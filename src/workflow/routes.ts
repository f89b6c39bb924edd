import { END } from '@langchain/langgraph';
import type { State } from './state.ts';

/** Goes on to `next` unless a step has ended the run. */
export const unlessEnded =
  <Next extends string>(next: Next) =>
  (state: State): Next | typeof END =>
    state.outcome === undefined ? next : END;

/** After a failed write the same changes are up for review again: the cause may be gone by then. */
export const afterApply = (state: State): 'review' | typeof END =>
  state.outcome?.kind === 'failed' ? 'review' : END;
