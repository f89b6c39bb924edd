import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { useEditor } from '../../support/editor.ts';

const broken = '{ "project_name": "Broken", "db_type": "sqlite", "schema": [] }\n';
const opened = useEditor(() => ({ trust: 'asked', files: { 'broken.backbone.json': broken } }));

test('an untrusted workspace edits and validates, does not generate, and says why', async () => {
  const editor = opened();
  const { page } = editor;
  await editor.open('broken.backbone.json');
  await page.locator('.monaco-editor .squiggly-error').first().waitFor();

  await editor.command('BackBone: Generate Backend');
  await editor.notification('no backend is generated in Restricted Mode').waitFor();
  for (const [command, refusal] of [
    ['Verify', 'no backend is tested in Restricted Mode'],
    ['Run', 'no backend is run in Restricted Mode'],
  ] as const) {
    await editor.command(`BackBone: ${command} Backend`);
    await editor.notification(refusal).waitFor();
  }
  await editor.command('View: Show BackBone AI');
  await editor.panel.locator('.headline', { hasText: 'Restricted Mode' }).waitFor();
  await editor.screenshot('restricted');
  expect((await readdir(editor.workspace)).sort()).toEqual(['broken.backbone.json', 'shop.backbone.json']);
});
