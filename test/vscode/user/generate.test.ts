import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { useEditor } from '../../support/editor.ts';
import { REPOSITORY } from '../../support/extension.ts';
import { mustRun } from '../../support/process.ts';
import { readTree, temporaryFolder } from '../../support/tree.ts';

// Side by side, the half of a new file that does not exist takes the room.
const opened = useEditor(() => ({ settings: { 'diffEditor.renderSideBySide': false } }));
let expected: Record<string, string>;

beforeAll(async () => {
  expected = await generatedByCli();
});

test('a backend is generated, reviewed, applied in part and undone', async () => {
  const editor = opened();
  const { page, panel } = editor;
  const target = join(editor.workspace, 'shop');
  await editor.open('shop.backbone.json');
  await editor.command('BackBone: Generate Backend');
  await editor.choose('shop');

  await panel.locator('[data-step="review"][data-state="waiting"]').waitFor();
  for (const step of ['schemaValidator', 'architect', 'codeGenerator', 'codeValidator', 'compare'])
    expect(await panel.locator(`[data-step="${step}"]`).getAttribute('data-state')).toBe('done');
  const count = Object.keys(expected).length;
  expect(await panel.locator('.headline').textContent()).toContain(`${count} changes to review`);
  expect(existsSync(target)).toBe(false);

  await editor.command('View: Show Explorer');
  await editor.command('View: Show BackBone AI');
  await panel.locator('[data-step="review"][data-state="waiting"]').waitFor();

  await (await editor.row('tags.py')).locator('.monaco-checkbox').click();
  await page
    .locator('.pane', { hasText: 'Changes' })
    .getByText(`${count - 1} of ${count}`)
    .waitFor();
  await editor.openChange('orders.py');
  await page.locator('.tab.active', { hasText: 'orders.py (new)' }).waitFor();
  await editor.picture('review', { x: 48, y: 36, width: 956, height: 790 });

  await editor.command('BackBone: Apply Checked Changes');
  await panel.locator('.headline', { hasText: `${count - 1} files written` }).waitFor();
  const { 'app/models/tags.py': _unticked, ...accepted } = expected;
  expect(withoutBookkeeping(await readTree(target))).toEqual(accepted);
  await editor.screenshot('applied');

  expect(editor.bench.console().filter((it) => it.includes('Content Security Policy'))).toEqual([]);
  await editor.command('BackBone: Undo Last Apply');
  await panel.locator('.headline', { hasText: 'Undone' }).waitFor();
  expect(Object.keys(await readTree(editor.workspace))).toEqual(['shop.backbone.json']);
});

/** What the command line makes of the same schema. */
async function generatedByCli(): Promise<Record<string, string>> {
  const out = join(await temporaryFolder(), 'shop');
  const schema = join(REPOSITORY, 'examples/shop.backbone.json');
  await mustRun(process.execPath, [join(REPOSITORY, 'dist/cli.js'), 'generate', schema, '--out', out]);
  return withoutBookkeeping(await readTree(out));
}

function withoutBookkeeping(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('.backbone/')));
}
