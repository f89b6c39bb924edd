import type { TokenUsage } from './ports.ts';

/** The steps of a generation in their order, with the names that people see. */
export const STEPS = {
  schemaValidator: 'Schema Validator',
  architect: 'Architect',
  codeGenerator: 'Code Generator',
  codeValidator: 'Code Validator',
  compare: 'Comparison',
  review: 'Review',
  apply: 'Apply',
} as const;

/** One of the steps. */
export type StepName = keyof typeof STEPS;

/** How a step ended: with its work done, with a reason to stop the run, cancelled, or by a bug. */
export type StepResult = 'done' | 'stopped' | 'cancelled' | 'failed';

/** Everything a shell gets to know while a generation runs; it needs nothing else to show it. */
export type ProgressEvent =
  | { readonly kind: 'step-started'; readonly step: StepName; readonly label: string }
  | {
      readonly kind: 'step-finished';
      readonly step: StepName;
      readonly label: string;
      readonly result: StepResult;
      /** One phrase, such as `12 tables, 3 warnings`. */
      readonly summary: string;
      readonly counts: StepCounts;
      readonly durationMs: number;
    }
  | {
      readonly kind: 'step-skipped';
      readonly step: StepName;
      readonly label: string;
      readonly reason: string;
    }
  /** The step waits for a person. */
  | { readonly kind: 'step-waiting'; readonly step: StepName; readonly label: string }
  | { readonly kind: 'log'; readonly step: StepName; readonly level: LogLevel; readonly text: string }
  | { readonly kind: 'suggestions'; readonly suggestions: readonly Suggestion[] }
  /** What one question to the model cost, and all of them so far. */
  | {
      readonly kind: 'tokens';
      readonly purpose: string;
      /** The name of the model that was asked. */
      readonly model: string;
      readonly usage: TokenUsage;
      readonly total: TokenUsage;
    };

/** Counted things by what they are, such as `{ tables: 12 }`. */
export type StepCounts = Readonly<Record<string, number>>;

/** How much a log line matters. */
export type LogLevel = 'info' | 'warning';

/** A remark of the model about the schema; it is shown and nothing else happens with it. */
export type Suggestion = {
  readonly topic: SuggestionTopic;
  readonly table: string;
  readonly column: string | undefined;
  readonly message: string;
  /** Where in the schema the table or column is. */
  readonly pointer: readonly (string | number)[];
};

/** What a suggestion may be about, with the words for people. */
export const SUGGESTION_TOPICS = {
  'missing-index': 'missing index',
  cardinality: 'cardinality',
  naming: 'naming',
  'normal-form': 'normal form',
  'sensitive-column': 'sensitive column',
  other: 'other',
} as const;

/** One of the topics. */
export type SuggestionTopic = keyof typeof SUGGESTION_TOPICS;

/** Receives what happens, at once and in order. */
export type OnProgress = (event: ProgressEvent) => void;

/** Nothing spent yet. */
export const NO_TOKENS: TokenUsage = { input: 0, output: 0, estimated: false };

/** Both together; an estimate spreads. */
export const addTokens = (a: TokenUsage, b: TokenUsage): TokenUsage => ({
  input: a.input + b.input,
  output: a.output + b.output,
  estimated: a.estimated || b.estimated,
});
