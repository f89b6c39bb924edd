import { expect, test } from 'vitest';
import { projectPath } from '../../src/core/index.ts';
import { scriptedLlm } from '../../src/llm/scripted.ts';
import { createGeneration } from '../../src/workflow/generate.ts';
import type { Ports } from '../../src/workflow/ports.ts';
import type { ProgressEvent } from '../../src/workflow/progress.ts';
import { generateAll, logOf, never, storyOf } from '../support/generation.ts';
import { checkerWith, memoryProject, ownFiles, portsFor, SCHEMA } from '../support/memory-ports.ts';

test('from a schema to written files', async () => {
  const project = memoryProject();
  const { outcome, events } = await generateAll(portsFor(project));
  expect(outcome.kind).toBe('applied');
  expect(ownFiles(project)).toEqual(['README.md', 'app/models/customers.py', 'app/models/orders.py']);
  expect(storyOf(events)).toEqual([
    'schemaValidator done: 2 tables',
    'architect done: 3 files planned',
    'codeGenerator done: 3 files, 3 lines',
    'codeValidator done: 3 files, no problems',
    'compare done: 3 new',
    'review waits',
    'review done: 3 files accepted',
    'apply done: 3 written',
  ]);
});

test('without a model the review of the schema is skipped, and says so', async () => {
  const { events } = await generateAll(portsFor(memoryProject()));
  expect(logOf(events)).toEqual(['no model is set up, so the review of the schema is skipped']);
  expect(events.some((it) => it.kind === 'tokens' || it.kind === 'suggestions')).toBe(false);
});

test('generating twice does nothing the second time', async () => {
  const project = memoryProject();
  const ports = portsFor(project);
  await generateAll(ports);
  const before = new Map(project.files);
  const { outcome, events } = await generateAll(ports);
  expect(outcome.kind).toBe('nothing-to-do');
  expect(project.files).toEqual(before);
  expect(storyOf(events).slice(-2)).toEqual([
    'review skipped: everything is up to date',
    'apply skipped: everything is up to date',
  ]);
});

test('a schema with errors stops the run before anything is planned', async () => {
  const project = memoryProject();
  const { outcome, events } = await generateAll(portsFor(project), '{ "project_name": 5 }');
  expect(outcome).toMatchObject({ kind: 'invalid' });
  expect(outcome.kind === 'invalid' && outcome.diagnostics.length).toBeGreaterThan(0);
  expect(project.files.size).toBe(0);
  expect(storyOf(events)[0]).toMatch(/^schemaValidator stopped: /);
  expect(storyOf(events).slice(1)).toEqual(
    ['architect', 'codeGenerator', 'codeValidator', 'compare', 'review', 'apply'].map(
      (it) => `${it} skipped: the schema has errors`,
    ),
  );
});

test('a fault in our own output stops the run before the project is read', async () => {
  const path = projectPath('app/models/orders.py');
  const problem = { path, line: 1, column: 5, code: 'invalid-syntax', message: 'expected a colon' };
  const unread = { ...memoryProject(), read: refuse };
  const { outcome, events } = await generateAll({ ...portsFor(unread), checker: checkerWith([problem]) });
  expect(outcome).toEqual({ kind: 'unsound', problems: [problem] });
  expect(logOf(events)).toContain('app/models/orders.py:1:5: invalid-syntax: expected a colon');
});

test('only accepted files are written', async () => {
  const project = memoryProject();
  const { generation } = begin(portsFor(project));
  expect((await generation.start(never())).kind).toBe('review');
  const accepted = [projectPath('app/models/orders.py')];
  expect((await generation.decide({ kind: 'accept', accepted }, never())).kind).toBe('applied');
  expect(ownFiles(project)).toEqual(['app/models/orders.py']);
});

test('a rejection writes nothing', async () => {
  const project = memoryProject();
  const { generation, events } = begin(portsFor(project));
  await generation.start(never());
  expect(await generation.decide({ kind: 'reject' }, never())).toEqual({ kind: 'declined' });
  expect(project.files.size).toBe(0);
  expect(storyOf(events).slice(-2)).toEqual([
    'review stopped: rejected',
    'apply skipped: the changes were rejected',
  ]);
});

test('an unreadable project ends the run with its failure', async () => {
  const failure = { kind: 'not-a-directory', path: 'out' } as const;
  const project = { ...memoryProject(), read: async () => ({ ok: false, error: failure }) as const };
  const { outcome } = await generateAll(portsFor(project));
  expect(outcome).toEqual({ kind: 'failed', failure });
});

test('after a failed write the same changes can be decided again', async () => {
  const project = memoryProject();
  const { generation, events } = begin(portsFor(project));
  const review = await generation.start(never());
  if (review.kind !== 'review') throw new Error(`unexpected ${review.kind}`);
  const accepted = review.changeSet.changes.map((it) => it.path);
  project.files.set('README.md', 'mine\n');
  expect(await generation.decide({ kind: 'accept', accepted }, never())).toMatchObject({
    kind: 'failed',
    failure: { kind: 'changed', paths: ['README.md'] },
  });
  expect(project.files.size).toBe(1);
  expect(storyOf(events).at(-1)).toBe('review waits');
  project.files.delete('README.md');
  expect((await generation.decide({ kind: 'accept', accepted }, never())).kind).toBe('applied');
});

test('a bug in a port is thrown as it is, and the running step is closed', async () => {
  const { generation, events } = begin({
    ...portsFor(memoryProject()),
    checker: { check: async () => Promise.reject(new TypeError('a bug')) },
  });
  await expect(generation.start(never())).rejects.toThrow(TypeError);
  expect(storyOf(events).at(-1)).toBe('codeValidator failed: failed');
});

test('a cancel while a step waits ends the run at once and is no error', async () => {
  const controller = new AbortController();
  const { generation, events } = begin({
    ...portsFor(memoryProject()),
    checker: { check: (_files, signal) => stallUntil(signal, () => controller.abort('any reason')) },
  });
  expect(await generation.start(controller.signal)).toEqual({ kind: 'cancelled' });
  expect(storyOf(events).slice(-4)).toEqual([
    'codeValidator cancelled: cancelled',
    'compare skipped: cancelled',
    'review skipped: cancelled',
    'apply skipped: cancelled',
  ]);
});

test('a signal that is aborted beforehand starts nothing', async () => {
  const { generation, events } = begin(portsFor({ ...memoryProject(), read: refuse }));
  expect(await generation.start(AbortSignal.abort())).toEqual({ kind: 'cancelled' });
  expect(events.filter((it) => it.kind === 'step-finished')).toEqual([]);
});

test('a cancel before the decision is carried out leaves the review open', async () => {
  const project = memoryProject();
  const { generation } = begin(portsFor(project));
  await generation.start(never());
  const decision = { kind: 'accept', accepted: [projectPath('README.md')] } as const;
  expect(await generation.decide(decision, AbortSignal.abort())).toEqual({ kind: 'cancelled' });
  expect(project.files.size).toBe(0);
  expect((await generation.decide(decision, never())).kind).toBe('applied');
});

test('a model that ignores the cancel does not hold it up', async () => {
  const controller = new AbortController();
  const deaf = {
    ...scriptedLlm([]),
    ask: () => {
      controller.abort();
      return new Promise<never>(() => {});
    },
  };
  const { generation } = begin(portsFor(memoryProject(), deaf));
  expect(await generation.start(controller.signal)).toEqual({ kind: 'cancelled' });
});

test('what a cancelled question cost is known before the run is over', async () => {
  const controller = new AbortController();
  const usage = { input: 7, output: 0, estimated: true };
  const slow = {
    ...scriptedLlm([]),
    ask: async () => {
      controller.abort();
      await new Promise((resolve) => setTimeout(resolve, 50));
      return { result: { ok: false, error: { kind: 'cancelled' } }, usage } as const;
    },
  };
  const { generation, events } = begin(portsFor(memoryProject(), slow));
  expect(await generation.start(controller.signal)).toEqual({ kind: 'cancelled' });
  expect(events).toContainEqual({
    kind: 'tokens',
    model: 'scripted model',
    purpose: 'review of the schema',
    usage,
    total: usage,
  });
});

function begin(ports: Ports) {
  const events: ProgressEvent[] = [];
  return { generation: createGeneration({ text: SCHEMA }, ports, (it) => events.push(it)), events };
}

const refuse = (): never => {
  throw new Error('must not be called');
};

function stallUntil(signal: AbortSignal, begun: () => void): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    setTimeout(begun);
  });
}
