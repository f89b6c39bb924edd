import type { Diagnostic, FileChange } from '../core/index.ts';

/** Where a command prints; results to `out`, everything else to `err`. */
export type Output = { readonly out: (text: string) => void; readonly err: (text: string) => void };

/** `file:line:column: severity code: message`, counted from one, and the related places below it. */
export function diagnosticText(file: string, it: Diagnostic): string {
  const place = (at: Diagnostic['range']): string => `${file}:${at.start.line + 1}:${at.start.character + 1}`;
  const related = it.related.map((other) => `\n    ${place(other.range)}: ${other.message}`);
  return `${place(it.range)}: ${it.severity} ${it.code}: ${it.message}${related.join('')}\n`;
}

/** The number and a word for it: `1 error`, `2 errors`. */
export const countOf = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** `2 errors, 1 warning`, or `no problems`; hints are not counted. */
export function summaryText(diagnostics: readonly Diagnostic[]): string {
  const counts = (['error', 'warning'] as const)
    .map((severity) => [severity, diagnostics.filter((it) => it.severity === severity).length] as const)
    .filter(([, count]) => count > 0);
  return counts.length === 0 ? 'no problems' : counts.map(([word, count]) => countOf(count, word)).join(', ');
}

const MARKS: Readonly<Record<FileChange['kind'], string>> = {
  create: 'new',
  update: 'changed',
  merge: 'merged',
  conflict: 'conflict',
  delete: 'deleted',
  keep: 'kept',
};

const REASONS = {
  same: '',
  'edited-by-user': 'edited by you',
  'deleted-by-user': 'deleted by you',
  'own-file': 'a file of yours is there',
  'other-migrations': 'there are later migrations',
  'not-a-file': 'something that is no text file is there',
  unsaved: 'it has unsaved changes',
} as const;

/** One line for a change, such as `  new       app/main.py`. */
export function changeText(change: FileChange): string {
  const reason = 'reason' in change ? REASONS[change.reason] : '';
  return `  ${MARKS[change.kind].padEnd(9)} ${change.path}${reason === '' ? '' : ` (${reason})`}\n`;
}
