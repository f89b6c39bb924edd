import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { VscodeServer } from './vscode-server.ts';

export type WorkbenchOptions = {
  readonly browser: Browser;
  readonly server: VscodeServer;
  /** Absolute path of the workspace folder. */
  readonly folder: string;
  readonly size?: { readonly width: number; readonly height: number } | undefined;
};

export type Workbench = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser keeps for the window: databases and local storage, as one text. */
  readonly stored: () => Promise<string>;
  /** Everything the window's console said so far. */
  readonly console: () => readonly string[];
  readonly close: () => Promise<void>;
};

/** Opens a VS Code window on a folder and waits until it can be used. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const bench = await newWindow(options);
  await bench.page.goto(windowUrl(options, []));
  await bench.page.locator('.monaco-workbench .part.statusbar').waitFor();
  return bench;
}

/** The verdict of a test bundle that ran inside the extension host, and what it printed. */
export type HostRun = { readonly code: number; readonly output: readonly string[] };

/** Opens a window whose extension host runs the bundle's `run()`, and waits for its verdict. */
export async function runInHost(options: WorkbenchOptions, bundle: string, seconds = 280): Promise<HostRun> {
  const bench = await newWindow(options);
  const printed: string[] = [];
  let decide: (code: number) => void = () => undefined;
  const verdict = new Promise<number>((resolve) => {
    decide = resolve;
  });
  await bench.page.exposeFunction('codeAutomationExit', (code: number) => decide(code));
  await bench.page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) =>
    printed.push(format(...args)),
  );
  await bench.page.goto(windowUrl(options, testPayload(options.server, bundle)));
  const code = await withLimit(verdict, seconds).finally(bench.close);
  return { code, output: printed };
}

const DUMP = `(async () => {
  const done = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
  const found = [JSON.stringify(localStorage)];
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames)
      found.push(JSON.stringify(await done(database.transaction(store).objectStore(store).getAll())));
    database.close();
  }
  return found.join('\\n');
})()`;

type Payload = readonly (readonly string[])[];

async function newWindow({ browser, size }: WorkbenchOptions): Promise<Workbench> {
  const context = await browser.newContext({ viewport: size ?? { width: 1360, height: 850 } });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  const stored = () => page.evaluate<string>(DUMP);
  return { page, context, stored, console: () => lines, close: () => context.close() };
}

function windowUrl({ server, folder }: WorkbenchOptions, payload: Payload): string {
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  return `${server.url}?${query}`;
}

// The host runs a test bundle only beside an extension under development, so it is told that the installed one is.
function testPayload(server: VscodeServer, bundle: string): Payload {
  if (server.drivenExtension === undefined) throw new Error('the server was not started for a test bundle');
  return [
    ['extensionDevelopmentPath', remote(server, server.drivenExtension)],
    ['extensionTestsPath', remote(server, bundle)],
  ];
}

function remote(server: VscodeServer, path: string): string {
  return `vscode-remote://${new URL(server.url).host}${pathToFileURL(path).pathname}`;
}

function withLimit<T>(promise: Promise<T>, seconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no verdict within ${seconds} s`)), seconds * 1000);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
