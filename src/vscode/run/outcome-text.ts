import { failureText } from '../../host/failure-text.ts';
import type { PanelState } from '../../webview/protocol.ts';
import type { Outcome } from '../../workflow/outcome.ts';

/** What the panel says when a run, or one part of it, ended. */
export function outcomeView(outcome: Outcome): Pick<PanelState, 'phase' | 'tone' | 'headline' | 'next'> {
  switch (outcome.kind) {
    case 'invalid': {
      const errors = outcome.diagnostics.filter((it) => it.severity === 'error').length;
      return ended('bad', `The schema has ${count(errors, 'error')}; nothing was generated.`);
    }
    case 'unsound':
      return ended(
        'bad',
        `The generated code has ${count(outcome.problems.length, 'problem')}, which is a fault of BackBone; nothing was written.`,
      );
    case 'review': {
      const open = outcome.changeSet.changes.filter((it) => it.kind !== 'keep').length;
      return {
        phase: 'reviewing',
        tone: 'neutral',
        headline: `${count(open, 'change')} to review. Nothing is written until you apply.`,
        next: ['generate'],
      };
    }
    case 'nothing-to-do':
      return ready('Everything is up to date.');
    case 'applied': {
      const { written, deleted } = outcome.report;
      const files = written.filter((it) => !it.startsWith('.backbone/')).length;
      const gone = deleted.filter((it) => !it.startsWith('.backbone/')).length;
      return ready(`${count(files, 'file')} written${gone > 0 ? `, ${gone} deleted` : ''}.`);
    }
    case 'declined':
      return ended('neutral', 'Discarded. Nothing was written.');
    case 'cancelled':
      return ended('neutral', 'Cancelled. Nothing was written.');
    case 'failed':
      return ended('bad', sentence(failureText(outcome.failure)));
  }
}

const ended = (tone: PanelState['tone'], headline: string) =>
  ({ phase: 'ended', tone, headline, next: ['generate'] }) as const;

// The backend is there, so it can be tried.
const ready = (headline: string) =>
  ({ ...ended('good', headline), next: ['verify', 'run', 'generate'] }) as const;

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
