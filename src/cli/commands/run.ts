import type { Diagnostic, FileChange } from '../../core/index.ts';
import type { Outcome } from '../../workflow/outcome.ts';

/** How a run ended; besides what a generation comes to, there may be nothing that it could start with. */
export type Ending = Outcome | { readonly kind: 'not-started'; readonly sentence: string };

/** What a run came to; `changes` are those of the comparison, also when nothing was written. */
export type Run = {
  readonly outcome: Ending;
  readonly changes: readonly FileChange[];
  readonly diagnostics: readonly Diagnostic[];
  readonly notes: readonly string[];
  readonly durationMs: number;
};
