import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchChromium } from './chromium.ts';
import { REPOSITORY } from './extension.ts';
import { writeTree } from './tree.ts';
import { type ServerOptions, startVscodeServer, type VscodeServer } from './vscode-server.ts';
import { type EditorWindow, editorWindow } from './window.ts';
import { openWorkbench, type Workbench, type WorkbenchOptions } from './workbench.ts';

/** A running editor with a workspace of its own. */
export type Editor = EditorWindow & {
  readonly workspace: string;
  readonly server: VscodeServer;
  readonly bench: Workbench;
  readonly close: () => Promise<void>;
};

export type EditorOptions = ServerOptions & {
  /** The workspace does not even hold the shop example. */
  readonly empty?: boolean;
  /** Size of the window in pixels. */
  readonly size?: WorkbenchOptions['size'];
  /** Files of the workspace besides the shop example. */
  readonly files?: Readonly<Record<string, string>>;
};

/** Opens an editor for the tests of a file and closes it after them; a failed test leaves a picture in `.cache/`. */
export function useEditor(options: () => Promise<EditorOptions> | EditorOptions = () => ({})): () => Editor {
  let editor: Editor | undefined;
  beforeAll(async () => {
    editor = await openEditor(await options());
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    const name = task.name.replace(/[^a-z]+/gi, '-').slice(0, 40);
    await editor?.page.screenshot({ path: join(REPOSITORY, `.cache/failed/${name}.png`) });
  });
  afterAll(() => editor?.close());
  return () => {
    if (editor === undefined) throw new Error('the editor is not open yet');
    return editor;
  };
}

/** Opens the editor on a fresh workspace, which holds the shop example unless it is to be empty. */
export async function openEditor(options: EditorOptions = {}): Promise<Editor> {
  const workspace = join(await mkdtemp(join(tmpdir(), 'backbone-editor-')), 'webshop');
  await mkdir(workspace);
  if (options.empty !== true)
    await cp(join(REPOSITORY, 'examples/shop.backbone.json'), join(workspace, 'shop.backbone.json'));
  await writeTree(workspace, options.files ?? {});
  const server = await startVscodeServer(options);
  const browser = await launchChromium();
  const bench = await openWorkbench({ browser, server, folder: workspace, size: options.size });
  return {
    ...editorWindow(bench.page),
    workspace,
    server,
    bench,
    close: () => closeAll(browser, server, workspace),
  };
}

async function closeAll(browser: Browser, server: VscodeServer, workspace: string): Promise<void> {
  await browser.close();
  await server.stop();
  await rm(dirname(workspace), { recursive: true, force: true, maxRetries: 5 });
}
