import { acceptedByDefault } from '../../src/core/index.ts';
import { createGeneration } from '../../src/workflow/generate.ts';
import type { Outcome } from '../../src/workflow/outcome.ts';
import type { Ports } from '../../src/workflow/ports.ts';
import type { ProgressEvent } from '../../src/workflow/progress.ts';
import { SCHEMA } from './memory-ports.ts';

/** A run with everything that a shell would have seen of it. */
export type Run = { readonly outcome: Outcome; readonly events: readonly ProgressEvent[] };

/** A signal that nobody aborts. */
export const never = (): AbortSignal => new AbortController().signal;

/** Generates and accepts everything but conflicts, as a person in a hurry would. */
export async function generateAll(ports: Ports, text = SCHEMA): Promise<Run> {
  const events: ProgressEvent[] = [];
  const generation = createGeneration({ text }, ports, (it) => events.push(it));
  const outcome = await generation.start(never());
  if (outcome.kind !== 'review') return { outcome, events };
  const accepted = [...acceptedByDefault(outcome.changeSet)];
  return { outcome: await generation.decide({ kind: 'accept', accepted }, never()), events };
}

/** The events in short, as `step result: summary`. */
export const storyOf = (events: readonly ProgressEvent[]): readonly string[] =>
  events.flatMap((it) => {
    if (it.kind === 'step-finished') return [`${it.step} ${it.result}: ${it.summary}`];
    if (it.kind === 'step-skipped') return [`${it.step} skipped: ${it.reason}`];
    return it.kind === 'step-waiting' ? [`${it.step} waits`] : [];
  });

/** The log lines. */
export const logOf = (events: readonly ProgressEvent[]): readonly string[] =>
  events.flatMap((it) => (it.kind === 'log' ? [it.text] : []));
