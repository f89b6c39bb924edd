import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { useEditor } from '../../support/editor.ts';
import { REPOSITORY } from '../../support/extension.ts';
import { mustRun } from '../../support/process.ts';

const opened = useEditor(() => ({
  settings: { 'workbench.colorTheme': 'Default Dark Modern', 'diffEditor.renderSideBySide': true },
}));

test('a changed schema shows what changes', async () => {
  const editor = opened();
  const { page, panel, workspace } = editor;
  await generateByCli(workspace);
  await addColumn(join(workspace, 'shop.backbone.json'));

  await editor.open('shop.backbone.json');
  await editor.command('BackBone: Generate Backend');
  await editor.choose('shop');
  await panel.locator('[data-step="review"][data-state="waiting"]').waitFor();
  await editor.openChange('orders.py');
  const added = page.locator('.monaco-diff-editor .editor.modified .view-line', { hasText: 'coupon_code' });
  await added.first().waitFor();
  await editor.screenshot('review');
  expect(await page.locator('.monaco-diff-editor .editor.original', { hasText: 'coupon_code' }).count()).toBe(
    0,
  );
});

async function generateByCli(workspace: string): Promise<void> {
  const schema = join(workspace, 'shop.backbone.json');
  const out = ['--out', join(workspace, 'shop')];
  await mustRun(process.execPath, [join(REPOSITORY, 'dist/cli.js'), 'generate', schema, ...out]);
}

async function addColumn(schema: string): Promise<void> {
  const column = '{ "name": "coupon_code", "type": "String", "length": 20 },\n        { "name": "number"';
  await writeFile(schema, (await readFile(schema, 'utf8')).replace('{ "name": "number"', column));
}
