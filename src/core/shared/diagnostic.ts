import type { Pointer } from './pointer.ts';
import type { Range } from './text.ts';

/** How bad a diagnostic is; only an `error` stops generation. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Where in the JSON a finding points: the property's name, or its value. */
export type Part = 'key' | 'value';

/** What a rule reports: a place in the data, not in the text. */
export type Finding = {
  readonly at: Pointer;
  readonly part: Part;
  readonly message: string;
  readonly related?: readonly { readonly at: Pointer; readonly message: string }[];
  readonly tags?: readonly DiagnosticTag[];
};

/** Rendering hint for the editor: faded out. */
export type DiagnosticTag = 'unnecessary';

/** A finding at its place in the text, as every shell shows it. */
export type Diagnostic = {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly related: readonly { readonly range: Range; readonly message: string }[];
  readonly tags?: readonly DiagnosticTag[];
};

/** Whether generation has to stop. */
export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((it) => it.severity === 'error');
