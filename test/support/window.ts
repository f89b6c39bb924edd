import type { FrameLocator, Locator, Page } from 'playwright-core';

import { type PagePart, takePicture } from './picture.ts';

/** What a person sees of the editor and does with it. */
export type EditorWindow = {
  readonly page: Page;
  /** Opens a file of the workspace by its name. */
  readonly open: (name: string) => Promise<void>;
  /** Runs a command from the command palette by its title. */
  readonly command: (title: string) => Promise<void>;
  /** Chooses an entry of the open list. */
  readonly choose: (label: string) => Promise<void>;
  /** Replaces the first occurrence in the active editor, with the editor's own find and replace. */
  readonly replaceText: (from: string, to: string) => Promise<void>;
  /** Types into the open input field and confirms. */
  readonly answer: (text: string) => Promise<void>;
  /** The page of the progress view. */
  readonly panel: FrameLocator;
  /** The first row of the changes tree with this name, scrolled into sight. */
  readonly row: (name: string) => Promise<Locator>;
  /** Clicks the first change with this name and waits for its diff. */
  readonly openChange: (name: string) => Promise<void>;
  readonly notification: (text: string | RegExp) => Locator;
  readonly dialog: Locator;
  readonly screenshot: (name: string) => Promise<void>;
  /** Keeps a part of the window, in pixels, as a picture of the walkthrough. */
  readonly picture: (name: string, part: PagePart) => Promise<void>;
};

const SCREENSHOTS = new URL('../../media/screenshots/', import.meta.url).pathname;

/** The editor in a page, by what it shows. */
export function editorWindow(page: Page): EditorWindow {
  const input = page
    .locator(
      '.quick-input-widget:not([style*="display: none"]) input[type="text"], .quick-input-widget:not([style*="display: none"]) input[type="password"]',
    )
    .first();
  // A window that is still starting does not hear keys, so they are pressed until the field is there.
  const summon = async (key: string): Promise<void> => {
    await page.locator('.monaco-workbench .part.statusbar').waitFor();
    for (let presses = 0; presses < 10; presses += 1) {
      await page.keyboard.press(key);
      if (await appears(input)) return;
    }
    throw new Error(`${key} opened nothing`);
  };
  const choose = async (label: string): Promise<void> => {
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: label }).first().click();
  };
  return {
    page,
    choose,
    open: async (name) => {
      await summon('Control+P');
      await input.fill(name);
      await choose(name);
      await page.locator('.tab.active').filter({ hasText: name }).waitFor();
    },
    command: async (title) => {
      const entry = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
      // An extension that is not loaded yet is missing from a list that was opened too early, and the field of the
      // command before may just be closing.
      for (let tries = 0; tries < 10; tries += 1) {
        await summon('F1');
        if ((await isDone(input.fill(`>${title}`, PATIENCE))) && (await appears(entry))) return entry.click();
        await page.keyboard.press('Escape');
      }
      throw new Error(`there is no command "${title}"`);
    },
    replaceText: async (from, to) => {
      await page.keyboard.press('Control+H');
      await page.locator('.find-widget textarea[aria-label="Find"]').fill(from);
      await page.locator('.find-widget textarea[aria-label="Replace"]').fill(to);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
    },
    answer: async (text) => {
      await input.waitFor();
      await input.fill(text);
      await page.keyboard.press('Enter');
    },
    panel: page.frameLocator('iframe.webview.ready').frameLocator('#active-frame'),
    row: (name) => findRow(page, name),
    openChange: async (name) => {
      const diff = page.locator('.tab.active').filter({ hasText: name });
      // Rows that are still being added move the one that is clicked.
      for (let tries = 0; tries < 10; tries += 1) {
        await (await findRow(page, name)).click();
        if (!(await appears(diff))) continue;
        return page.locator('.monaco-diff-editor .editor.modified .view-line').first().waitFor();
      }
      throw new Error(`a click on ${name} opens no diff`);
    },
    notification: (text) => page.locator('.notification-toast').filter({ hasText: text }),
    dialog: page.locator('.monaco-dialog-box'),
    screenshot: async (name) => {
      if (process.env.BACKBONE_SCREENSHOTS !== undefined)
        await page.screenshot({ path: `${SCREENSHOTS}${name}.png` });
    },
    picture: async (name, part) => {
      if (process.env.BACKBONE_SCREENSHOTS !== undefined) await takePicture(page, name, part);
    },
  };
}

// The tree only holds the rows that are in sight, so it is scrolled until the row is among them.
async function findRow(page: Page, name: string): Promise<Locator> {
  const tree = page
    .locator('.pane', { has: page.locator('.pane-header', { hasText: 'Changes' }) })
    .locator('.monaco-list');
  await tree.locator('.monaco-list-row').first().waitFor();
  const row = tree
    .locator('.monaco-list-row')
    .filter({ has: page.getByText(name, { exact: true }) })
    .first();
  await tree.hover();
  for (let turns = 0; turns < 100 && (await row.count()) === 0; turns += 1) {
    await page.mouse.wheel(0, 150);
    await page.evaluate('new Promise(requestAnimationFrame)');
  }
  return row;
}

const PATIENCE = { timeout: 3000 };

const appears = (locator: Locator): Promise<boolean> => isDone(locator.waitFor(PATIENCE));

const isDone = (work: Promise<void>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );
