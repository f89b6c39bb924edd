import type { Diagnostic, FileChange } from '../../core/index.ts';
import type { Outcome } from '../../workflow/outcome.ts';

/** What a run came to; `changes` are those of the comparison, also when nothing was written. */
export type Run = {
  readonly outcome: Outcome;
  readonly changes: readonly FileChange[];
  readonly diagnostics: readonly Diagnostic[];
  readonly notes: readonly string[];
  readonly durationMs: number;
};
