import { performance } from 'node:perf_hooks';
import { acceptedByDefault, type ChangeSet } from '../../core/index.ts';
import { createGeneration, type Generation } from '../../workflow/generate.ts';
import type { Outcome } from '../../workflow/outcome.ts';
import type { Command } from '../arguments.ts';
import { EXIT } from '../exit-codes.ts';
import type { Output } from '../output.ts';
import { type Progress, showProgress } from '../progress.ts';
import { readSchema, type Unread } from '../read-schema.ts';
import { nodePorts } from './node-ports.ts';
import { printGeneration } from './print-generation.ts';
import type { Ending, Run } from './run.ts';

type Generate = Extract<Command, { kind: 'generate' }>;

/** Generates a backend into a folder, or with `--dry-run` says what that would change; gives the exit code. */
export async function generate(command: Generate, output: Output, signal: AbortSignal): Promise<number> {
  const started = performance.now();
  const progress = showProgress(command, output.err);
  const ended = await runFrom(command, progress, signal).finally(progress.end);
  const run: Run = { ...ended, durationMs: Math.round(performance.now() - started) };
  printGeneration(run, command, output);
  return exitCode(run);
}

type Ended = Omit<Run, 'durationMs'>;

async function runFrom(command: Generate, progress: Progress, signal: AbortSignal): Promise<Ended> {
  const text = await readSchema(command.file, command.limits, signal);
  if (!text.ok) return withoutText(text.error);
  const ports = await nodePorts(command.out, progress.say);
  if (!ports.ok) return nothing({ kind: 'not-started', sentence: ports.error });
  const request = { text: text.value, limits: command.limits };
  const generation = createGeneration(request, ports.value, progress.onProgress);
  const first = await generation.start(signal);
  const outcome = await decide(first, { generation, command, signal });
  return { outcome, ...shown(first) };
}

const nothing = (outcome: Ending): Ended => ({ outcome, changes: [], diagnostics: [], notes: [] });

function withoutText(unread: Unread): Ended {
  if (unread.kind === 'cancelled') return nothing({ kind: 'cancelled' });
  if (unread.kind === 'unreadable') return nothing({ kind: 'not-started', sentence: unread.sentence });
  const diagnostics = [unread.diagnostic];
  return { ...nothing({ kind: 'invalid', diagnostics }), diagnostics };
}

type Context = { readonly generation: Generation; readonly command: Generate; readonly signal: AbortSignal };

/** Accepts everything, unless only a look was asked for or files of the user are in the way. */
async function decide(outcome: Outcome, { generation, command, signal }: Context): Promise<Outcome> {
  if (outcome.kind !== 'review' || command.dryRun || hasConflict(outcome.changeSet)) return outcome;
  return generation.decide({ kind: 'accept', accepted: [...acceptedByDefault(outcome.changeSet)] }, signal);
}

const hasConflict = (changeSet: ChangeSet): boolean => changeSet.changes.some((it) => it.kind === 'conflict');

function shown(outcome: Outcome): Pick<Run, 'changes' | 'diagnostics' | 'notes'> {
  const { changes = [], notes = [] } = 'changeSet' in outcome ? outcome.changeSet : {};
  return { changes, notes, diagnostics: 'diagnostics' in outcome ? outcome.diagnostics : [] };
}

const EXIT_OF = {
  'not-started': EXIT.failed,
  invalid: EXIT.invalid,
  unsound: EXIT.failed,
  review: EXIT.fine,
  'nothing-to-do': EXIT.fine,
  applied: EXIT.fine,
  declined: EXIT.fine,
  cancelled: EXIT.interrupted,
  failed: EXIT.failed,
} as const satisfies Record<Ending['kind'], number>;

function exitCode({ outcome, changes }: Run): number {
  if (changes.some((it) => it.kind === 'conflict')) return EXIT.conflict;
  if (outcome.kind === 'failed' && outcome.failure.kind === 'changed') return EXIT.conflict;
  return EXIT_OF[outcome.kind];
}
