import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { useEditor } from '../../support/editor.ts';

const opened = useEditor();

test('a proposal can be changed in the diff, survives a reload, and is what is written', async () => {
  const editor = opened();
  const { page, panel } = editor;
  await editor.open('shop.backbone.json');
  await editor.command('BackBone: Generate Backend');
  await editor.choose('shop');
  await panel.locator('[data-step="review"][data-state="waiting"]').waitFor();

  await editor.openChange('orders.py');
  await page.locator('.monaco-diff-editor .editor.modified .view-line').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('# written by a person\n');
  await page.keyboard.press('Control+S');
  await (await editor.row('orders.py')).getByText('edited by you').waitFor();

  await page.reload();
  await editor.command('View: Show BackBone AI');
  await (await editor.row('orders.py')).getByText('edited by you').waitFor();
  await editor.command('BackBone: Apply Checked Changes');
  await panel.locator('.headline', { hasText: 'files written' }).waitFor();
  const text = await readFile(join(editor.workspace, 'shop/app/models/orders.py'), 'utf8');
  expect(text).toMatch(/^# written by a person\n/);
});
