import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { useEditor } from '../../support/editor.ts';

const opened = useEditor();

test('the first key asks which model it is for, and can be forgotten', async () => {
  const editor = opened();
  await editor.command('BackBone: Set API Key');
  await editor.choose('OpenAI');
  await editor.page.getByText('API key for api.openai.com').waitFor();
  await editor.answer('sk-canary-of-the-first-key');
  await editor.notification('the API key for api.openai.com is stored').waitFor();
  const settings = await readFile(join(editor.server.dataDir, 'data/Machine/settings.json'), 'utf8');
  expect(JSON.parse(settings)['backboneAi.provider']).toBe('openai');

  await editor.command('BackBone: Forget API Key');
  await editor.choose('Forget the key for api.openai.com');
  await editor.notification('forgotten').waitFor();
  await editor.command('BackBone: Forget API Key');
  await editor.notification('no API key is stored').waitFor();
});
