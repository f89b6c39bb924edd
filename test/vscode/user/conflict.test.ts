import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { useEditor } from '../../support/editor.ts';

const opened = useEditor(() => ({ files: { 'shop/README.md': '# My own\n' } }));

test("a person's own file is not ticked, is overwritten only after a question, and comes back", async () => {
  const editor = opened();
  const { panel } = editor;
  const own = join(editor.workspace, 'shop/README.md');
  await editor.open('shop.backbone.json');
  await editor.command('BackBone: Generate Backend');
  await editor.choose('shop');
  await panel.locator('[data-step="review"][data-state="waiting"]').waitFor();
  const row = await editor.row('README.md');
  await row.getByText('your own file is in the way').waitFor();
  expect(await row.locator('.monaco-checkbox').getAttribute('aria-checked')).toBe('false');

  await row.locator('.monaco-checkbox').click();
  await editor.command('BackBone: Apply Checked Changes');
  await editor.dialog.getByText('Overwrite a file of yours?').waitFor();
  expect(await readFile(own, 'utf8')).toBe('# My own\n');
  await editor.dialog.getByRole('button', { name: 'Overwrite' }).click();
  await panel.locator('.headline', { hasText: 'files written' }).waitFor();
  expect(await readFile(own, 'utf8')).not.toBe('# My own\n');

  await editor.command('BackBone: Undo Last Apply');
  await panel.locator('.headline', { hasText: 'Undone' }).waitFor();
  expect(await readFile(own, 'utf8')).toBe('# My own\n');
});
