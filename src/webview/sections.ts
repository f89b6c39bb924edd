import { button, element } from './element.ts';
import type {
  BackendRow,
  FromPage,
  LogRow,
  NextType,
  PanelState,
  StepRow,
  StepState,
  SuggestionRow,
  TestRow,
} from './protocol.ts';

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

const NEXT_LABELS = {
  generate: 'Generate Backend',
  verify: 'Verify Backend',
  run: 'Run Backend',
  'check-setup': 'Check Setup',
} as const satisfies Record<NextType, string>;

/** The backends that run. */
export function backendList(backends: readonly BackendRow[], send: Send): HTMLElement[] {
  return backends.map(({ id, name, url }) =>
    element('div', { class: 'backend' }, [
      element('span', {}, [`${name} is running on ${url}`]),
      button('Open', 'primary', () => send({ type: 'open-backend', id })),
      button('Stop', 'secondary', () => send({ type: 'stop-backend', id })),
    ]),
  );
}

/** What can be done now. */
export function buttons({ phase, trusted, next }: PanelState, send: Send): HTMLElement[] {
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
      return next.map((type, index) =>
        button(NEXT_LABELS[type], index === 0 ? 'primary' : 'secondary', () => send({ type })),
      );
    default:
      return [];
  }
}

/** The agents, or the steps of a tool, as a list. */
export function stepList(steps: readonly StepRow[], send: Send): HTMLElement[] {
  return steps.map(({ id, label, state, detail, durationMs, action }) =>
    element('li', { class: `step ${state}`, 'data-step': id, 'data-state': state }, [
      element('span', { class: 'mark', role: 'img', 'aria-label': STATE_WORDS[state] }),
      element('span', {}, [
        element('span', { class: 'label' }, [label]),
        ' ',
        element('span', { class: 'detail' }, [detail]),
        ...(action === undefined
          ? []
          : [' ', button(action.label, 'link', () => send({ type: action.type }))]),
      ]),
      element('span', { class: 'duration' }, [
        durationMs === undefined || durationMs < WORTH_SHOWING_MS ? '' : duration(durationMs),
      ]),
    ]),
  );
}

/** The tests that did not pass, each a link to its place. */
export function testList(tests: readonly TestRow[], send: Send): HTMLElement[] {
  if (tests.length === 0) return [];
  const rows = tests.map(({ id, name, place, text }) =>
    element('li', {}, [
      button(place === '' ? name : place, 'link', () => send({ type: 'show-test', id })),
      element('p', {}, [name]),
      element('p', { class: 'quiet' }, [text]),
    ]),
  );
  return [
    element('h3', {}, [`Tests that failed (${tests.length})`]),
    element('ul', { class: 'remarks' }, rows),
  ];
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
