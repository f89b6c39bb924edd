import { StateSchema, UntrackedValue } from '@langchain/langgraph';
import { z } from 'zod';
import type { CheckedFiles, Diagnostic, Model, Plan, ProjectPath, RenderedFile } from '../core/index.ts';
import type { Outcome } from './outcome.ts';

/** What a person decided about the changes under review. */
export type Decision =
  | { readonly kind: 'accept'; readonly accepted: readonly ProjectPath[] }
  | { readonly kind: 'reject' };

/**
 * What is known so far. Only the change set's id outlives the wait for a decision; everything large stays out
 * of checkpoints, and the schema's text, ports and keys are not in the state at all.
 */
export const WorkflowState = new StateSchema({
  diagnostics: new UntrackedValue<readonly Diagnostic[]>(),
  model: new UntrackedValue<Model>(),
  plan: new UntrackedValue<Plan>(),
  files: new UntrackedValue<readonly RenderedFile[]>(),
  checked: new UntrackedValue<CheckedFiles>(),
  decision: new UntrackedValue<Decision>(),
  outcome: new UntrackedValue<Outcome>(),
  changeSetId: z.string().optional(),
});

/** The state as nodes and routes read it: whatever no step has found out yet is undefined. */
export type State = Partial<typeof WorkflowState.State>;

/** What a node adds to the state; an `outcome` ends the run. */
export type Update = typeof WorkflowState.Update;

/** What an earlier step must have found out; its absence means that the graph is wired wrongly. */
export function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a step ran before the step it depends on');
  return value;
}
