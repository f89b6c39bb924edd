import { button, element } from './element.ts';
import type { FromPage, LogRow, PanelState, StepRow, StepState, SuggestionRow } from './protocol.ts';

const WORTH_SHOWING_MS = 100;

type Send = (message: FromPage) => void;

const STATE_WORDS = {
  pending: 'not started',
  running: 'running',
  waiting: 'waits for you',
  done: 'done',
  stopped: 'stopped here',
  failed: 'failed',
  skipped: 'skipped',
} as const satisfies Record<StepState, string>;

/** The schema's name and the sentence that says where the run is. */
export function summary({ title, headline, tokens, steps }: PanelState): HTMLElement[] {
  const finished = steps.filter((it) => it.state !== 'pending' && it.state !== 'running').length;
  const bar = element('progress', {
    max: String(steps.length || 1),
    value: String(finished),
    'aria-label': 'Steps',
  });
  const rows = [element('h2', {}, [title]), element('p', { class: 'headline' }, [headline])];
  if (tokens !== '') rows.push(element('p', { class: 'quiet' }, [tokens]));
  return steps.length === 0 ? rows : [...rows, bar];
}

/** What can be done now. */
export function buttons({ phase, trusted }: PanelState, send: Send): HTMLElement[] {
  if (!trusted) return [button('Manage Workspace Trust', 'primary', () => send({ type: 'trust' }))];
  switch (phase) {
    case 'running':
      return [button('Cancel', 'secondary', () => send({ type: 'cancel' }))];
    case 'reviewing':
      return [
        button('Apply Checked Changes', 'primary', () => send({ type: 'apply' })),
        button('Discard', 'secondary', () => send({ type: 'discard' })),
      ];
    case 'idle':
    case 'ended':
      return [button('Generate Backend', 'primary', () => send({ type: 'generate' }))];
    default:
      return [];
  }
}

/** The agents as a list. */
export function stepList(steps: readonly StepRow[]): HTMLElement[] {
  return steps.map(({ id, label, state, detail, durationMs }) =>
    element('li', { class: `step ${state}`, 'data-step': id, 'data-state': state }, [
      element('span', { class: 'mark', role: 'img', 'aria-label': STATE_WORDS[state] }),
      element('span', {}, [
        element('span', { class: 'label' }, [label]),
        ' ',
        element('span', { class: 'detail' }, [detail]),
      ]),
      element('span', { class: 'duration' }, [
        durationMs === undefined || durationMs < WORTH_SHOWING_MS ? '' : duration(durationMs),
      ]),
    ]),
  );
}

/** What the language model remarked. */
export function suggestionList(suggestions: readonly SuggestionRow[], send: Send): HTMLElement[] {
  if (suggestions.length === 0) return [];
  const rows = suggestions.map(({ id, topic, place, text }) =>
    element('li', {}, [
      button(place, 'link', () => send({ type: 'show-suggestion', id })),
      element('span', { class: 'topic' }, [topic]),
      element('p', {}, [text]),
    ]),
  );
  return [
    element('h3', {}, [`Suggestions (${suggestions.length})`]),
    element('ul', { class: 'remarks' }, rows),
  ];
}

/** The log, the newest line last. */
export function logList({ log }: PanelState): HTMLElement[] {
  if (log.length === 0) return [];
  const lines = log.map(logLine);
  return [element('h3', {}, ['Log']), element('ol', { class: 'lines' }, lines)];
}

function logLine({ at, level, text }: LogRow): HTMLElement {
  return element('li', { class: level }, [
    element('time', {}, [`${at.toFixed(1)}s`]),
    element('span', {}, [text]),
  ]);
}

function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
