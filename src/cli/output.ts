import type { Diagnostic, FileChange } from '../core/index.ts';
import type { Paint, Style } from './colors.ts';

/** One of the two streams that a command prints to. */
export type Stream = {
  readonly write: (text: string) => void;
  readonly paint: Paint;
  readonly isTerminal: boolean;
};

/** Where a command prints; results to `out`, everything else to `err`. */
export type Output = { readonly out: Stream; readonly err: Stream };

/** `file:line:column: severity code: message`, counted from one, and the related places below it. */
export function diagnosticText(file: string, it: Diagnostic, paint: Paint): string {
  const place = (at: Diagnostic['range']): string => `${file}:${at.start.line + 1}:${at.start.character + 1}`;
  const related = it.related.map((other) => `\n    ${place(other.range)}: ${other.message}`);
  const severity = paint(it.severity, it.severity);
  return `${printable(place(it.range))}: ${severity} ${paint('dim', it.code)}: ${printable(`${it.message}${related.join('')}`)}\n`;
}

/** A text without anything that would steer a terminal; names of files and of tables may hold it. */
export const printable = (text: string): string =>
  text.replace(/(?![\n\t])\p{Cc}/gu, (it) => `\\x${it.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** The number and a word for it: `1 error`, `2 errors`. */
export const countOf = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** `2 errors, 1 warning`, or `no problems`; hints are not counted. */
export function summaryText(diagnostics: readonly Diagnostic[]): string {
  const counts = (['error', 'warning'] as const)
    .map((severity) => [severity, diagnostics.filter((it) => it.severity === severity).length] as const)
    .filter(([, count]) => count > 0);
  return counts.length === 0 ? 'no problems' : counts.map(([word, count]) => countOf(count, word)).join(', ');
}

const MARKS: Readonly<Record<FileChange['kind'], readonly [string, Style]>> = {
  create: ['new', 'good'],
  update: ['changed', 'warning'],
  merge: ['merged', 'warning'],
  conflict: ['conflict', 'error'],
  delete: ['deleted', 'error'],
  keep: ['kept', 'dim'],
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
export function changeText(change: FileChange, paint: Paint): string {
  const reason = 'reason' in change ? REASONS[change.reason] : '';
  const [mark, style] = MARKS[change.kind];
  return `  ${paint(style, mark.padEnd(9))} ${printable(change.path)}${reason === '' ? '' : ` (${reason})`}\n`;
}
