import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { useEditor } from '../../support/editor.ts';

const opened = useEditor();

test('a new schema is valid and can be generated from at once', async () => {
  const editor = opened();
  await editor.command('BackBone: New Schema');
  await editor.answer('Recipe Box');
  await editor.page.locator('.tab.active', { hasText: 'recipe-box.backbone.json' }).waitFor();
  await editor.command('BackBone: Validate Schema');
  await editor.notification('recipe-box.backbone.json has no errors and no other remarks').waitFor();
  await editor.command('BackBone: Generate Backend');
  await editor.choose('recipe-box');
  await editor.panel.locator('[data-step="review"][data-state="waiting"]').waitFor();
  await editor.command('BackBone: Apply Checked Changes');
  await editor.panel.locator('.headline', { hasText: 'files written' }).waitFor();
  const model = await readFile(join(editor.workspace, 'recipe-box/app/models/items.py'), 'utf8');
  expect(model).toContain('class Item(');
});

test('a new schema opens in the group that is empty, wherever the focus went', async () => {
  const { answer, command, open, page } = opened();
  await command('View: Close All Editors');
  await open('shop.backbone.json');
  await command('View: New Editor Group to the Right');
  await command('View: Focus First Editor Group');
  await command('BackBone: New Schema');
  await answer('Beside');
  const groups = page.locator('.editor-group-container');
  await groups.nth(1).locator('.tab', { hasText: 'beside.backbone.json' }).waitFor();
  expect(await groups.nth(0).locator('.tab').count()).toBe(1);
});
