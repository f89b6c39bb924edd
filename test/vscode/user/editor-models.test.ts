import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Editor, useEditor } from '../../support/editor.ts';
import { type ModelScript, type ModelStep, startModelScript } from '../../support/editor-model.ts';
import { fixtureExtension } from '../../support/fixture-extension.ts';
import { CANARY } from '../../support/test-model.ts';

const MESSAGE = 'A full name is personal data; think about who may read it.';
const REVIEW = {
  suggestions: [{ topic: 'sensitive-column', table: 'customers', column: 'full_name', message: MESSAGE }],
};

let script: ModelScript;

const opened = useEditor(async () => {
  script = await startModelScript();
  return {
    alter: fixtureExtension('model-provider'),
    env: { BACKBONE_TEST_MODELS: script.url },
    settings: { 'chat.disableAIFeatures': false, 'backboneAi.requestTimeout': 5 },
  };
});
afterAll(() => script?.stop());

test('a model of the editor is chosen from those that it offers', async () => {
  const editor = opened();
  await editor.command('BackBone: Choose Language Model');
  await editor.choose('VS Code');
  await editor.choose('Large Fixture');
  await editor.notification('fixture/large reviews your schemas').waitFor();
  const settings = await readFile(join(editor.server.dataDir, 'data/Machine/settings.json'), 'utf8');
  expect(JSON.parse(settings)).toMatchObject({
    'backboneAi.provider': 'vscode',
    'backboneAi.model': 'fixture/large',
  });
});

test('it is asked once, with one tool that it must call, and its tokens are estimated', async () => {
  const editor = opened();
  script.next({ call: { ready: true } });
  await editor.command('BackBone: Test API Key');
  await editor.notification(/Large Fixture answers \(≈\d+ tokens used\)/).waitFor();
  expect(script.requests).toHaveLength(1);
  expect(script.requests[0]).toMatchObject({ family: 'large', toolMode: 2, tools: [{ name: 'answer' }] });
});

test('its suggestions are shown', async () => {
  const editor = opened();
  await editor.open('shop.backbone.json');
  script.next({ call: REVIEW });
  await editor.command('BackBone: Generate Backend');
  await editor.choose('shop');
  await reviewed(editor);
  await editor.panel.getByText(MESSAGE).waitFor();
  await editor.panel.getByText(/^≈\d+ tokens/).waitFor();
});

test('an answer as text, in another shape, is repaired', async () => {
  const editor = opened();
  const before = script.requests.length;
  script.next(
    { texts: ['I think ', 'it is fine.'] },
    { texts: ['```json\n', JSON.stringify(REVIEW), '\n```'] },
  );
  await editor.command('BackBone: Generate Backend');
  await script.received(before + 2);
  await reviewed(editor);
  await editor.panel.getByText(MESSAGE).waitFor();
  expect(script.requests).toHaveLength(before + 2);
  expect(script.requests.at(-1)?.messages.map((it) => it.role)).toEqual([1, 1, 2, 1]);
});

test.each<[string, ModelStep, number, string]>([
  ['a quota that is used up', { refuses: 'Blocked' }, 1, 'the quota of VS Code (fixture) is used up'],
  ["Copilot's word for it", { throws: 'ChatQuotaExceeded' }, 1, 'the quota of VS Code (fixture) is used up'],
  ['too many requests', { throws: 'ChatRateLimited' }, 1, 'VS Code (fixture) is limiting requests'],
  ['no permission', { refuses: 'NoPermissions' }, 1, 'BackBone may not use Large Fixture'],
  ['a model that is gone', { refuses: 'NotFound' }, 1, 'Large Fixture is not offered any more'],
  ['any other error', { throws: 'TypeError' }, 1, 'Large Fixture failed to answer'],
  ['an error midway', { texts: ['Let me '], throws: 'TypeError' }, 1, 'Large Fixture failed to answer'],
  ['nonsense', { texts: ['nonsense'] }, 3, 'Large Fixture did not answer in the agreed form'],
  [
    'a call of another shape',
    { call: { suggestions: 1 } },
    3,
    'Large Fixture did not answer in the agreed form',
  ],
  ['a stall', { waits: 'for-ever' }, 1, 'Large Fixture did not answer within 5 seconds'],
])('%s does not stop a run, and is not tried again and again', async (_name, step, ...[requests, words]) => {
  const editor = opened();
  const before = script.requests.length;
  script.next(step);
  await editor.command('BackBone: Generate Backend');
  await script.received(before + requests);
  await reviewed(editor);
  await editor.panel.locator('.lines .warning', { hasText: words }).waitFor();
  expect(script.requests).toHaveLength(before + requests);
});

test.each<ModelStep['waits']>(['for-cancel', 'for-ever'])(
  'a run that waits %s is cancelled, and counted',
  async (waits) => {
    const editor = opened();
    const before = script.requests.length;
    script.next({ texts: ['Let me see'], waits: waits ?? 'for-ever' });
    await editor.command('BackBone: Generate Backend');
    await script.received(before + 1);
    await editor.panel.getByRole('button', { name: 'Cancel' }).click();
    await editor.panel.locator('.headline', { hasText: 'Cancelled. Nothing was written.' }).waitFor();
    await editor.panel.getByText(/^≈\d+ tokens/).waitFor();
  },
);

test('another family is asked when the settings name it, the backend is written, and the canary is nowhere', async () => {
  const editor = opened();
  await editor.command('BackBone: Choose Language Model');
  await editor.choose('VS Code');
  await editor.choose('Small Fixture');
  await editor.notification('fixture/small reviews your schemas').waitFor();
  const before = script.requests.length;
  script.next({ call: REVIEW });
  await editor.command('BackBone: Generate Backend');
  await script.received(before + 1);
  await reviewed(editor);
  expect(script.requests.at(-1)?.family).toBe('small');
  expect(await editor.panel.locator('html').innerHTML()).not.toContain(CANARY);
  await editor.panel.getByRole('button', { name: 'Apply' }).click();
  await editor.panel.locator('.headline', { hasText: 'files written' }).waitFor();
  expect(await readdir(editor.workspace)).toHaveLength(2);
});

const reviewed = ({ panel }: Editor): Promise<void> =>
  panel.locator('[data-step="review"][data-state="waiting"]').waitFor();
