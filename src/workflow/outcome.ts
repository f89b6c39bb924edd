import { type ChangeSet, type CodeProblem, type Diagnostic, unreachable } from '../core/index.ts';
import type { ApplyReport, ProjectFailure } from './ports.ts';

/** How a generation, or one part of it, ended. */
export type Outcome =
  /** The schema has errors; nothing was made. */
  | { readonly kind: 'invalid'; readonly diagnostics: readonly Diagnostic[] }
  /** Our own output failed its check, which is a fault of ours; nothing was written. */
  | { readonly kind: 'unsound'; readonly problems: readonly CodeProblem[] }
  /** The changes wait for a decision. */
  | {
      readonly kind: 'review';
      readonly id: string;
      readonly changeSet: ChangeSet;
      readonly diagnostics: readonly Diagnostic[];
    }
  /** The project is as the schema says. */
  | {
      readonly kind: 'nothing-to-do';
      readonly changeSet: ChangeSet;
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly kind: 'applied'; readonly report: ApplyReport }
  /** The changes were rejected; nothing was written. */
  | { readonly kind: 'declined' }
  | { readonly kind: 'cancelled' }
  /** The project could not be read or written; after a failed write the changes can be decided again. */
  | { readonly kind: 'failed'; readonly failure: ProjectFailure };

/** Why the steps after this end were not reached. */
export function reasonToSkip(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'invalid':
      return 'the schema has errors';
    case 'unsound':
      return 'the generated code has problems';
    case 'nothing-to-do':
      return 'everything is up to date';
    case 'declined':
      return 'the changes were rejected';
    case 'failed':
      return 'the project cannot be used';
    case 'review':
    case 'applied':
    case 'cancelled':
      return outcome.kind;
    default:
      return unreachable(outcome);
  }
}
