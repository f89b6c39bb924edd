import { Command, MemorySaver } from '@langchain/langgraph';
import { cancellable, isCancellation } from './cancellation.ts';
import { compileGraph } from './graph.ts';
import { meterModels } from './meter.ts';
import { type Outcome, reasonToSkip } from './outcome.ts';
import type { GenerationRequest, Ports } from './ports.ts';
import type { OnProgress } from './progress.ts';
import { type GraphInput, runGraph, type Stretch } from './run-graph.ts';
import { type Decision, known } from './state.ts';
import { followSteps } from './step-log.ts';

/** One generation: `start` once, then `decide` when the outcome is a review. A thrown error is a bug. */
export type Generation = {
  readonly start: (signal: AbortSignal) => Promise<Outcome>;
  /** A signal that is aborted while files are being written changes nothing: writing is all or nothing, and short. */
  readonly decide: (decision: Decision, signal: AbortSignal) => Promise<Outcome>;
};

/** The use case that both shells call: from a schema's text to an applied change set, by way of a review. */
export function createGeneration(
  request: GenerationRequest,
  ports: Ports,
  onProgress: OnProgress,
): Generation {
  const steps = followSteps(onProgress);
  const metered = ports.models && meterModels(ports.models, onProgress);
  const meteredPorts = metered === undefined ? ports : { ...ports, models: metered.models };
  const graph = compileGraph(request, meteredPorts, new MemorySaver());

  const advance = async (input: GraphInput, signal: AbortSignal): Promise<Outcome> => {
    try {
      const stretch = await runGraph(graph, input, { emit: steps.emit, signal });
      const outcome = outcomeOf(stretch, ports);
      if (stretch.waits) steps.waitFor('review');
      else steps.skipRest(reasonToSkip(outcome));
      return outcome;
    } catch (error) {
      await metered?.settled();
      const cancelled = isCancellation(error, signal);
      steps.endRunning(cancelled ? 'cancelled' : 'failed');
      if (!cancelled) throw error;
      steps.skipRest('cancelled');
      return { kind: 'cancelled' };
    }
  };
  const start = async (outer: AbortSignal): Promise<Outcome> => {
    const { signal, dispose } = cancellable(outer);
    return advance({}, signal).finally(dispose);
  };
  const decide = async (decision: Decision, signal: AbortSignal): Promise<Outcome> =>
    signal.aborted
      ? { kind: 'cancelled' }
      : advance(new Command({ resume: decision }), new AbortController().signal);
  return { start, decide };
}

function outcomeOf({ update }: Stretch, ports: Ports): Outcome {
  if (update.outcome !== undefined) return update.outcome;
  const id = known(update.changeSetId);
  return {
    kind: 'review',
    id,
    changeSet: known(ports.changeSets.get(id)),
    diagnostics: known(update.diagnostics),
  };
}
