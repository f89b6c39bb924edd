import type { z } from 'zod';
import type {
  ChangeSet,
  CheckReport,
  Limits,
  ProjectPath,
  ProjectState,
  RenderedFile,
  Result,
  TemplateSet,
  WritePlan,
} from '../core/index.ts';
import type { AskingStep } from './settings.ts';

/** What is to be generated. */
export type GenerationRequest = {
  /** The text of the schema file. */
  readonly text: string;
  /** How large a schema may be; the format's defaults when absent. */
  readonly limits?: Limits;
};

/** What the outside world must provide to the workflow. */
export type Ports = {
  readonly templates: TemplateSet;
  readonly checker: PythonChecker;
  readonly project: ProjectFiles;
  readonly changeSets: ChangeSetStore;
  /** Absent when no model is set up, which is the default. */
  readonly models?: Models;
};

/** The model of each agent that may ask one; several agents may share one. */
export type Models = Readonly<Record<AskingStep, Llm>>;

/** Formats and checks Python; files of other languages pass through unchanged. */
export type PythonChecker = {
  check(files: readonly RenderedFile[], signal: AbortSignal): Promise<CheckReport>;
};

/** The folder that is generated into. */
export type ProjectFiles = {
  /** Reads the given paths, everything an earlier generation wrote, and the bookkeeping. */
  read(paths: readonly ProjectPath[]): Promise<Result<ProjectState, ProjectFailure>>;
  /** Writes all or, after recovery, nothing; refuses when a file is no longer as `expected`. */
  apply(plan: WritePlan): Promise<Result<ApplyReport, ProjectFailure>>;
};

/** What an apply did. */
export type ApplyReport = {
  readonly written: readonly ProjectPath[];
  readonly deleted: readonly ProjectPath[];
};

/** Expected failures of a project folder. */
export type ProjectFailure =
  | { readonly kind: 'changed'; readonly paths: readonly ProjectPath[] }
  | { readonly kind: 'unsaved'; readonly paths: readonly ProjectPath[] }
  /** Another run writes into the folder; `path` is the file that says so. */
  | { readonly kind: 'busy'; readonly path: string; readonly process: number }
  | { readonly kind: 'outside'; readonly path: string }
  | { readonly kind: 'not-a-directory'; readonly path: string }
  | { readonly kind: 'bad-bookkeeping'; readonly path: string; readonly detail: string }
  /** With `isMixed`, some files are new and others old, until the next run takes the new ones back. */
  | { readonly kind: 'io'; readonly path: string; readonly code: string; readonly isMixed?: true };

/** Keeps change sets under review; they outlive a run. */
export type ChangeSetStore = {
  put(changeSet: ChangeSet): string;
  get(id: string): ChangeSet | undefined;
};

/** A language model that answers in a given shape. */
export type Llm = {
  /** Shown to people, such as `OpenAI gpt-5.1`. */
  readonly name: string;
  /** Never throws and never takes longer than its limits; ends soon after `signal` is aborted. */
  ask<T>(question: LlmQuestion<T>, signal: AbortSignal): Promise<LlmReply<T>>;
  /** A failure in words for people, saying what to do. */
  explain(failure: LlmFailure): string;
};

/** One question: what is asked and the shape that the answer must have. */
export type LlmQuestion<T> = {
  /** Shown to people, such as `review of the schema`. */
  readonly purpose: string;
  readonly system: string;
  readonly user: string;
  readonly shape: z.ZodType<T>;
  /** Hears of waits and repeated attempts while the question is open. */
  readonly onNotice?: (text: string) => void;
};

/** A checked answer or a failure, and in both cases what it cost. */
export type LlmReply<T> = { readonly result: Result<T, LlmFailure>; readonly usage: TokenUsage };

/** Tokens counted by the provider; `estimated` when it did not say. */
export type TokenUsage = { readonly input: number; readonly output: number; readonly estimated: boolean };

/** Every way in which a model may fail; none of them stops a generation. */
export type LlmFailure =
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'no-credit' }
  | { readonly kind: 'quota-used-up' }
  /** The person has not agreed that the model is used. */
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'model-gone' }
  /** It failed for a reason of its own that it does not tell. */
  | { readonly kind: 'model-failed' }
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number | undefined }
  | { readonly kind: 'server-error'; readonly status: number }
  | { readonly kind: 'rejected'; readonly status: number }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'timeout'; readonly seconds: number }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'broken-off' }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'invalid-answer' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unexpected'; readonly name: string }
  | { readonly kind: 'cancelled' };
