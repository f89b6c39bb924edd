import { isInterrupted } from '@langchain/langgraph';
import type { CompiledWorkflow } from './graph.ts';
import type { OnProgress } from './progress.ts';
import type { Update } from './state.ts';

/** A first input, or the command to go on after a wait. */
export type GraphInput = Parameters<CompiledWorkflow['stream']>[0];

/** Everything the steps of one stretch found out, and whether the graph now waits for a decision. */
export type Stretch = { readonly update: Update; readonly waits: boolean };

/** Runs the graph until it ends or waits, passing on what its steps report. */
export async function runGraph(
  graph: CompiledWorkflow,
  input: GraphInput,
  { emit, signal }: { readonly emit: OnProgress; readonly signal: AbortSignal },
): Promise<Stretch> {
  const update: Update = {};
  let waits = false;
  const options = { configurable: { thread_id: 'generation' }, streamMode: STREAM_MODES, signal };
  for await (const [mode, chunk] of await graph.stream(input, options)) {
    if (mode === 'custom') emit(chunk);
    else if (isInterrupted(chunk)) waits = true;
    else Object.assign(update, ...Object.values(chunk));
  }
  return { update, waits };
}

const STREAM_MODES: ('custom' | 'updates')[] = ['custom', 'updates'];
