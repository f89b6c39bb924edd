import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useEditor } from '../../support/editor.ts';
import type { VscodeRelease } from '../../support/vscode-install.ts';

// The page keeps the left half of the editors, and what its steps open comes into the right one.
const SIZE = { width: 1660, height: 850 };
const EDITOR = { x: 1006, y: 36, width: 650 };
const VIEW = { x: 48, y: 36, width: 300, height: 346 };

const palette: Readonly<Record<string, string>> = { 'Show Changes': 'View: Show BackBone AI' };

const ENOUGH = { timeout: 180_000 };

// The newest editor goes by the walkthrough to the letter, the oldest by the same commands.
describe.each<VscodeRelease>(['newest', 'oldest'])('a first backend, on the %s VS Code', (release) => {
  const opened = useEditor(() => ({ release, empty: true, size: SIZE }));

  test('leads from an empty folder to a backend', { timeout: 300_000 }, async () => {
    const { answer, choose, command, openChange, page, panel, picture, replaceText, ...editor } = opened();
    const target = join(editor.workspace, 'notes');
    await command('View: Show BackBone AI');
    if (release === 'newest') {
      await page.getByText('Get Started', { exact: true }).click();
      await page.locator('h2', { hasText: 'Get Started with BackBone AI' }).waitFor();
    }

    await press('schema', 'New Schema');
    await answer('Notes');
    await tab('notes.backbone.json').waitFor();
    await page.locator('.monaco-editor .view-line', { hasText: 'String' }).waitFor();
    await picture('schema', { ...EDITOR, height: 560 });
    await isTicked('schema');

    await tab('notes.backbone.json').click();
    await replaceText('"String"', '"Strin"');
    await page.locator('.monaco-editor .squiggly-error').first().waitFor();
    await page.keyboard.press('F8');
    await page.locator('.marker-widget', { hasText: '"String"' }).waitFor();
    await picture('mistake', { ...EDITOR, height: 600 });
    await page.keyboard.press('Escape');
    await replaceText('"Strin"', '"String"');
    await press('mistake', 'Validate Schema');
    await editor.notification('notes.backbone.json has no errors').waitFor();
    await isTicked('mistake');

    await press('generate', 'Generate Backend');
    await choose('notes');
    await panel.locator('[data-step="review"][data-state="waiting"]').waitFor();
    expect(existsSync(target)).toBe(false);
    await picture('generate', VIEW);
    await isTicked('generate');

    await press('review', 'Show Changes');
    await openChange('items.py');
    await isTicked('review');

    await press('apply', 'Apply Checked Changes');
    await panel.locator('.headline', { hasText: 'files written' }).waitFor();
    await picture('apply', VIEW);
    expect(await readFile(join(target, 'app/models/items.py'), 'utf8')).toContain('class Item(');
    await isTicked('apply');
  });

  // What follows depends on nothing that the oldest editor does differently.
  if (release === 'newest') {
    test('leads on to a backend that passes its tests and runs', { timeout: 400_000 }, async () => {
      const { bench, page, panel, picture } = opened();
      await press('verify', 'Verify Backend');
      await panel.locator('.headline', { hasText: /^\d+ tests passed/ }).waitFor(ENOUGH);
      await picture('verify', VIEW);
      await isTicked('verify');
      await press('verify', 'Check Setup');
      await panel.locator('.headline', { hasText: 'Everything that is needed is there.' }).waitFor();

      const docs = bench.context.waitForEvent('page', ENOUGH);
      await press('run', 'Run Backend');
      await panel.locator('.backend', { hasText: 'notes is running on' }).waitFor(ENOUGH);
      await (await docs).close();
      await picture('run', VIEW);
      await isTicked('run');
      await panel.getByRole('button', { name: 'Stop' }).click();
      await panel.locator('.headline', { hasText: 'not running any more' }).waitFor();

      await press('model', 'Set API Key');
      await opened().choose('OpenAI');
      await page.locator('.quick-input-widget input[type="password"]').waitFor();
      await page.keyboard.press('Escape');
      await isTicked('model');
    });
  }

  test('and back again', async () => {
    const { command, panel, workspace } = opened();
    await command('BackBone: Undo Last Apply');
    await panel.locator('.headline', { hasText: 'Undone' }).waitFor();
    expect(existsSync(join(workspace, 'notes/app'))).toBe(false);
  });

  const tab = (name: string | RegExp): Locator => opened().page.locator('.tab', { hasText: name });

  const step = (id: string): Locator =>
    opened().page.locator(`.getting-started-step[data-step-id="backbone-ai.backbone-ai#start#${id}"]`);

  /** Opens a step on the walkthrough's page and presses its button. */
  async function press(id: string, button: string): Promise<void> {
    if (release === 'oldest') return opened().command(palette[button] ?? `BackBone: ${button}`);
    if (!(await step(id).getByRole('button', { name: button }).isVisible())) await step(id).click();
    await step(id).getByRole('button', { name: button }).click();
  }

  async function isTicked(id: string): Promise<void> {
    if (release === 'newest') await step(id).locator('[role="checkbox"][aria-checked="true"]').waitFor();
  }
});
