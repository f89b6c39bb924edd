import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { useEditor } from '../../support/editor.ts';
import { largeSchema } from '../../support/large-schema.ts';

// Without the setting the editor asks first whether to open a large file.
const opened = useEditor(() => ({
  files: { 'twenty.backbone.json': largeSchema(20_000_000), 'sixty.backbone.json': largeSchema(60_000_000) },
  settings: { 'workbench.editorLargeFileConfirmation': 100 },
}));

test('a schema over the limit opens with one problem', async () => {
  const { command, open } = opened();
  await open('twenty.backbone.json');
  await command('View: Focus Problems');
  await problem('BB').first().waitFor();
  expect(await problem('BB').allTextContents()).toEqual([expect.stringMatching(/larger than 10 MB.*BB004/)]);
});

test('a schema larger than extensions may see opens, and a command says why it does nothing', async () => {
  const { choose, command, notification, open } = opened();
  await open('sixty.backbone.json');
  await command('BackBone: Validate Schema');
  await choose('sixty.backbone.json');
  await notification('sixty.backbone.json is larger than 50 MB').waitFor();
});

test('with both open, a mistake in another schema is found', async () => {
  const { open, page, replaceText } = opened();
  await open('shop.backbone.json');
  await page.locator('.monaco-editor .view-line', { hasText: 'Shop' }).first().waitFor();
  await replaceText('"target": "customers.id"', '"target": "customer.id"');
  await problem('BB411').waitFor();
});

const problem = (text: string): Locator =>
  opened().page.locator('.markers-panel .monaco-list-row', { hasText: text });
