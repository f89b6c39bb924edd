import type { Severity } from '../shared/diagnostic.ts';

/** Codes of what is found while the text is read, before there is anything that a rule could look at. */
export const DOCUMENT_CODES = {
  BB001: {
    severity: 'error',
    name: 'not-json',
    summary: 'The text is not JSON; comments and trailing commas are allowed.',
  },
  BB002: {
    severity: 'error',
    name: 'duplicate-property',
    summary: 'A property is written twice in one object; only the last one would count.',
  },
  BB004: {
    severity: 'error',
    name: 'too-large',
    summary: 'The file has more text or deeper nesting than the limits allow.',
  },
  BB005: {
    severity: 'error',
    name: 'too-many',
    summary: 'The schema has more tables, or a table more columns or relationships, than the limits allow.',
  },
} as const satisfies Record<string, { severity: Severity; name: string; summary: string }>;
