import { expect, test } from 'vitest';
import { startedView, withEvent } from '../../src/vscode/run/run-view.ts';
import { readFromPage } from '../../src/webview/protocol.ts';
import type { TokenUsage } from '../../src/workflow/ports.ts';
import { type ProgressEvent, STEPS } from '../../src/workflow/progress.ts';

const finished: ProgressEvent = {
  kind: 'step-finished',
  step: 'architect',
  label: STEPS.architect,
  result: 'done',
  summary: '12 files planned',
  counts: {},
  durationMs: 3,
};

test('a run begins with every step still to come', () => {
  const { steps } = startedView('shop.backbone.json');
  expect(steps.map((it) => [it.label, it.state])).toEqual(
    Object.values(STEPS).map((label) => [label, 'pending']),
  );
});

test('an event changes its own step only, and is logged', () => {
  const view = withEvent(startedView('shop'), finished, 1.5);
  expect(view.steps.filter((it) => it.state !== 'pending').map((it) => [it.id, it.state, it.detail])).toEqual(
    [['architect', 'done', '12 files planned']],
  );
  expect(view.log).toEqual([{ at: 1.5, level: 'info', text: 'Architect: 12 files planned' }]);
});

test('the log keeps the newest lines', () => {
  const lines = Array.from(
    { length: 500 },
    (_, i): ProgressEvent => ({ kind: 'log', step: 'architect', level: 'info', text: `${i}` }),
  );
  const { log } = lines.reduce((view, event) => withEvent(view, event, 0), startedView('shop'));
  expect(log.length).toBe(200);
  expect(log.at(-1)?.text).toBe('499');
});

test('each question has a row with its tokens, the total is shown, and an estimate says so', () => {
  const ask = (usage: TokenUsage, total: TokenUsage): ProgressEvent => ({
    kind: 'tokens',
    model: 'OpenAI small',
    purpose: 'review',
    usage,
    total,
  });
  const exact = { input: 10, output: 5, estimated: false };
  const guess = { input: 1, output: 1, estimated: true };
  const events = [ask(exact, exact), ask(guess, { input: 11, output: 6, estimated: true })];
  const view = events.reduce((before, event) => withEvent(before, event, 0), startedView('shop'));
  expect(view.log.map((it) => it.text)).toEqual([
    'review, OpenAI small: 15 tokens (10 in, 5 out)',
    'review, OpenAI small: ≈2 tokens (1 in, 1 out)',
  ]);
  expect(view.tokens).toBe('≈17 tokens (11 in, 6 out)');
});

test('the page can send nothing but what it is meant to', () => {
  expect(readFromPage({ type: 'cancel', path: '/etc' })).toEqual({ type: 'cancel' });
  expect(readFromPage({ type: 'show-suggestion', id: 1 })).toEqual({ type: 'show-suggestion', id: 1 });
  expect(readFromPage({ type: 'stop-backend', id: 2 })).toEqual({ type: 'stop-backend', id: 2 });
  for (const bad of [
    undefined,
    null,
    'ready',
    { type: 'openFile' },
    { type: 'show-suggestion', id: '1' },
    { type: 'show-test', path: '/etc/passwd' },
    [],
  ])
    expect(readFromPage(bad)).toBeUndefined();
});
