import type { SchemaView } from '../schema/view.ts';
import type { Finding, Severity } from '../shared/diagnostic.ts';

/** One kind of mistake; every rule runs whatever else is wrong with the schema. */
export type Rule = {
  /** Stable code, `BB` and three digits. */
  readonly code: string;
  /** The name of the rule's file. */
  readonly name: string;
  readonly severity: Severity;
  /** What it reports and why that matters, for the reference page; one sentence. */
  readonly summary: string;
  /** Never throws; a finding of another severity than the rule's says so. */
  readonly check: (view: SchemaView) => readonly RuleFinding[];
};

/** A finding, with a severity where it differs from its rule's. */
export type RuleFinding = Finding & { readonly severity?: Severity };
