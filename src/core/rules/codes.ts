import { DOCUMENT_CODES } from '../document/codes.ts';
import { STRUCTURE_CODES } from '../schema/structure.ts';
import type { Severity } from '../shared/diagnostic.ts';
import { RULES } from './index.ts';

/** A kind of diagnostic, as reference pages and reports describe it. */
export type DiagnosticCode = {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  /** One sentence. */
  readonly summary: string;
};

const described = (
  codes: Readonly<Record<string, Omit<DiagnosticCode, 'code'>>>,
): readonly DiagnosticCode[] => Object.entries(codes).map(([code, it]) => ({ code, ...it }));

/** Every code that a diagnostic may have, in order. */
export const DIAGNOSTIC_CODES: readonly DiagnosticCode[] = [
  ...described(DOCUMENT_CODES),
  ...described(STRUCTURE_CODES),
  ...RULES,
].toSorted((a, b) => (a.code < b.code ? -1 : 1));
