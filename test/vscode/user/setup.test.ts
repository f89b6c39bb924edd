import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { useEditor } from '../../support/editor.ts';
import { REPOSITORY } from '../../support/extension.ts';
import { type LlmServer, startLlmServer } from '../../support/llm-server.ts';
import { mustRun } from '../../support/process.ts';
import { temporaryFolder, writeTree } from '../../support/tree.ts';

// Stands for the Python extension: it selects the interpreter whose path is in a file.
const SELECTS = `
const { existsSync, readFileSync } = require('node:fs');
const { Uri } = require('vscode');
const resolveEnvironment = async ({ path }) =>
  existsSync(path) ? { executable: { uri: Uri.file(readFileSync(path, 'utf8')) } } : undefined;
exports.activate = () => ({
  environments: { getActiveEnvironmentPath: () => ({ path: process.env.SELECTED }), resolveEnvironment },
});
`;

const MANIFEST = {
  publisher: 'ms-python',
  name: 'python',
  version: '1.0.0',
  engines: { vscode: '^1.106.0' },
  main: './main.js',
};

let selected = '';
let llm: LlmServer;

// A machine on which no program is found by its name; VSCODE_CLI keeps VS Code from asking a shell for a PATH.
const opened = useEditor(async () => {
  const folder = await temporaryFolder();
  selected = join(folder, 'selected');
  llm = await startLlmServer([
    { kind: 'status', status: 401 },
    { kind: 'answer', value: { ready: true } },
  ]);
  const env = { PATH: folder, VSCODE_CLI: '1', SELECTED: selected };
  const settings = {
    'backboneAi.provider': 'openai-compatible',
    'backboneAi.baseUrl': llm.url,
    'backboneAi.model': 'small-model',
  };
  return { env, settings, alter: (installed) => installSelector(dirname(installed)) };
});
afterAll(() => llm?.stop());

async function installSelector(extensions: string): Promise<void> {
  const name = 'ms-python.python-1.0.0';
  const files = { 'package.json': JSON.stringify(MANIFEST), 'main.js': SELECTS };
  await writeTree(join(extensions, name), files);
  const list = join(extensions, 'extensions.json');
  const location = { $mid: 1, path: join(extensions, name), scheme: 'file' };
  const entry = {
    identifier: { id: 'ms-python.python' },
    version: '1.0.0',
    location,
    relativeLocation: name,
  };
  await writeFile(list, JSON.stringify([...JSON.parse(await readFile(list, 'utf8')), entry]));
}

test('without Python, verifying and the setup say how to install it', async () => {
  const { panel, workspace, ...editor } = opened();
  const schema = join(workspace, 'shop.backbone.json');
  const cli = join(REPOSITORY, 'dist/cli.js');
  await mustRun(process.execPath, [cli, 'generate', schema, '--out', join(workspace, 'shop')]);

  await editor.open('shop.backbone.json');
  await editor.command('BackBone: Verify Backend');
  const message = editor.notification('Python 3.11 or newer is not installed. To install it, ');
  await message.getByRole('button', { name: 'Open python.org' }).waitFor();
  await panel.locator('[data-step="environment"][data-state="failed"]').waitFor();
  await panel.getByRole('button', { name: 'Install Python…' }).waitFor();

  await panel.getByRole('button', { name: 'Check Setup' }).click();
  await panel.locator('.headline', { hasText: '3 of these need you.' }).waitFor();
  const bad = await panel.locator('.step.failed .label').allTextContents();
  expect(bad).toEqual(['Python', 'Environments', 'Language model']);
  await panel.getByRole('button', { name: 'Set API Key…' }).waitFor();
});

test('the interpreter that is selected in the Python extension is used, and a model that answers is named', async () => {
  const { panel } = opened();
  const python = (await mustRun('python3', ['-c', 'import sys; print(sys.executable)'])).trim();
  await writeFile(selected, python);
  await panel.getByRole('button', { name: 'Check Setup' }).click();
  await panel.locator('.headline', { hasText: 'Everything that is needed is there.' }).waitFor();
  expect(await panel.locator('[data-step="python"] .detail').textContent()).toContain(python);
  expect(await panel.locator('[data-step="model"] .detail').textContent()).toContain('small-model answers');
});
