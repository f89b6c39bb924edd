import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { useEditor } from '../../support/editor.ts';

const NOTES = {
  project_name: 'Notes',
  db_type: 'sqlite',
  schema: [
    {
      table_name: 'notes',
      columns: [
        { name: 'id', type: 'Integer', primary_key: true },
        { name: 'body', type: 'Text', nullable: false },
      ],
    },
  ],
};

const opened = useEditor(() => ({
  files: { 'notes.backbone.json': JSON.stringify(NOTES, null, 2) },
}));

const SLOW = 240_000;
const ENOUGH = { timeout: 180_000 };

test('a backend that is not there yet is generated first', async () => {
  const editor = opened();
  await editor.open('notes.backbone.json');
  await editor.command('BackBone: Verify Backend');
  const offer = editor.notification('notes.backbone.json has no generated backend');
  await offer.getByRole('button', { name: 'Generate Backend' }).click();
  await editor.choose('notes');
  await editor.panel.locator('[data-step="review"][data-state="waiting"]').waitFor();
  await editor.command('BackBone: Apply Checked Changes');
  await editor.panel.locator('.headline', { hasText: 'files written' }).waitFor();
});

test('its tests run in a terminal and the panel shows that they pass', { timeout: SLOW }, async () => {
  const { panel, page, ...editor } = opened();
  await panel.getByRole('button', { name: 'Verify Backend' }).click();
  await panel.locator('.headline', { hasText: /^\d+ tests passed/ }).waitFor(ENOUGH);
  for (const step of ['environment', 'install', 'tests'])
    expect(await panel.locator(`[data-step="${step}"]`).getAttribute('data-state')).toBe('done');
  await page.locator('.terminal-outer-container, .terminal-wrapper').first().waitFor();
  await editor.screenshot('verify');
});

test('a test that fails is a link to its place', { timeout: SLOW }, async () => {
  const { panel, page, workspace } = opened();
  await writeFile(
    join(workspace, 'notes/tests/test_mine.py'),
    '\n\ndef test_sums() -> None:\n    assert 1 + 1 == 3\n',
  );
  await panel.getByRole('button', { name: 'Verify Backend' }).click();
  await panel.locator('.headline', { hasText: /^1 of \d+ tests failed/ }).waitFor(ENOUGH);
  expect(await panel.locator('[data-step="install"] .detail').textContent()).toBe('installed before');
  await panel.getByRole('button', { name: 'tests/test_mine.py:4' }).click();
  await page.locator('.tab.active', { hasText: 'test_mine.py' }).waitFor();
  await page.locator('.statusbar-item', { hasText: 'Ln 4,' }).waitFor();
});

test('cancelling ends the tests', { timeout: SLOW }, async () => {
  const { panel, workspace } = opened();
  await writeFile(
    join(workspace, 'notes/tests/test_mine.py'),
    'import time\n\n\ndef test_waits() -> None:\n    time.sleep(600)\n',
  );
  await panel.getByRole('button', { name: 'Verify Backend' }).click();
  await panel.locator('[data-step="tests"][data-state="running"]').waitFor();
  await panel.getByRole('button', { name: 'Cancel' }).click();
  await panel.locator('.headline', { hasText: /^Cancelled\.$/ }).waitFor();
  await writeFile(join(workspace, 'notes/tests/test_mine.py'), '');
});

test('it runs, opens its API page, and stops', { timeout: SLOW }, async () => {
  const { panel, bench, page, ...editor } = opened();
  const popup = bench.context.waitForEvent('page', ENOUGH);
  await panel.getByRole('button', { name: 'Run Backend' }).click();
  await panel.locator('.backend', { hasText: 'notes is running on http://127.0.0.1:' }).waitFor(ENOUGH);
  const shown = await panel.locator('.backend span').textContent();
  const url = shown?.split(' on ')[1] ?? '';
  expect((await fetch(`${url}/health/readiness`)).status).toBe(200);
  // This server gives local ports a path of its own, as code-server does, which serves what is behind it.
  const docs = await popup;
  const path = `/proxy/${new URL(url).port}/docs`;
  expect(new URL(docs.url()).pathname).toBe(path);
  expect(await (await fetch(`${url}/docs`)).text()).toContain(path.replace('docs', 'openapi.json'));
  await docs.close();
  await page.locator('.statusbar-item', { hasText: 'notes http' }).waitFor();
  await editor.screenshot('running');

  const again = bench.context.waitForEvent('page');
  await editor.command('BackBone: Run Backend');
  expect(new URL((await again).url()).pathname).toBe(path);
  await (await again).close();
  expect(await panel.locator('.backend').count()).toBe(1);

  await panel.getByRole('button', { name: 'Stop' }).click();
  await panel.locator('.headline', { hasText: 'not running any more' }).waitFor();
  await expect(fetch(url)).rejects.toThrow();
});

test('the setup is one list, with a button for what is missing', async () => {
  const { panel, ...editor } = opened();
  await editor.command('BackBone: Check Setup');
  await panel.locator('.headline', { hasText: 'Everything that is needed is there.' }).waitFor();
  const states = await panel
    .locator('.step')
    .evaluateAll((rows) => rows.map((it) => [it.dataset.step, it.dataset.state]));
  expect(Object.fromEntries(states)).toEqual({
    editor: 'done',
    trust: 'done',
    python: 'done',
    tools: 'done',
    project: 'done',
    ruff: 'done',
    model: 'skipped',
  });
  await editor.screenshot('setup');
  await panel.getByRole('button', { name: 'Choose Language Model…' }).click();
  await editor.page.locator('.quick-input-widget').getByText('Anthropic', { exact: false }).first().waitFor();
  await editor.page.keyboard.press('Escape');
});

test('it ends with the window', { timeout: SLOW }, async () => {
  const { panel, page, ...editor } = opened();
  await editor.command('BackBone: Run Backend');
  const running = panel.locator('.backend span');
  await running.waitFor(ENOUGH);
  const url = (await running.textContent())?.split(' on ')[1] ?? '';
  const state = () =>
    fetch(url).then(
      () => 'up',
      () => 'down',
    );
  expect(await state()).toBe('up');
  await page.reload();
  await expect.poll(state, { timeout: 60_000 }).toBe('down');
});
