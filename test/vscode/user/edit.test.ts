import { expect, test } from 'vitest';
import { useEditor } from '../../support/editor.ts';

const opened = useEditor();

test('a mistake gets a squiggle and a message, and loses them when it is mended', async () => {
  const editor = opened();
  const { page } = editor;
  await editor.open('shop.backbone.json');
  const squiggle = page.locator('.monaco-editor .squiggly-error');
  await page.locator('.monaco-editor .view-line').first().waitFor();

  await editor.replaceText('"target": "customers.id"', '"target": "customer.id"');
  await squiggle.first().waitFor();
  await page.keyboard.press('F8');
  const message = page.locator('.marker-widget');
  await message.waitFor();
  expect(await message.textContent()).toMatch(/BB411/);
  await editor.screenshot('squiggle');

  await message.locator('a', { hasText: 'BB411' }).click();
  await page.locator('.tab.active', { hasText: 'diagnostics.md' }).waitFor();
  await editor.open('shop.backbone.json');

  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Z');
  await squiggle.first().waitFor({ state: 'detached' });
});
