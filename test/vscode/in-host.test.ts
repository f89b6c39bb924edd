import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { IN_HOST_BUNDLE } from '../support/extension.ts';
import { shopWorkspace } from '../support/shop-workspace.ts';
import type { VscodeRelease } from '../support/vscode-install.ts';
import { startVscodeServer } from '../support/vscode-server.ts';
import { runInHost } from '../support/workbench.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

test.for<VscodeRelease>(['newest', 'oldest'])(
  'the suite inside the extension host passes with the package installed, on the %s VS Code',
  { timeout: 300_000 },
  async (release) => {
    const folder = await shopWorkspace();
    const server = await startVscodeServer({ release, driven: true });
    try {
      const { code, output } = await runInHost({ browser, server, folder }, IN_HOST_BUNDLE);
      const told = output.filter((it) => it.startsWith('in-host: '));
      expect(code, told.join('\n') || output.slice(-30).join('\n')).toBe(0);
      expect(told.length).toBeGreaterThan(0);
    } finally {
      await server.stop();
    }
  },
);
