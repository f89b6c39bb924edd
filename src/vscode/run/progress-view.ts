import { randomBytes } from 'node:crypto';
import { commands, Disposable, Uri, type Webview, type WebviewView, window, workspace } from 'vscode';
import { type ButtonType, type FromPage, readFromPage, type ToPage } from '../../webview/protocol.ts';
import { openPythonDownloads } from '../backend/python-downloads.ts';
import type { Services } from '../services.ts';

const LEAST_MS_BETWEEN_MESSAGES = 100;

/** What the page's links do, by the id of their row. */
export type RowActions = Readonly<
  Record<Extract<FromPage, { readonly id: number }>['type'], (id: number) => unknown>
>;

/** Shows the steps of a run; the page keeps nothing, so it is sent everything whenever it appears. */
export function registerProgressView(services: Services, rows: RowActions): Disposable {
  const { context, runs, backends } = services;
  let seq = 0;
  let view: WebviewView | undefined;
  let timer: NodeJS.Timeout | undefined;

  const send = (): void => {
    timer = undefined;
    const message: ToPage = {
      type: 'snapshot',
      seq: ++seq,
      state: { ...runs.view(), backends: backends.rows() },
    };
    if (view?.visible === true) view.webview.postMessage(message);
  };
  const sendSoon = (): void => {
    timer ??= setTimeout(send, LEAST_MS_BETWEEN_MESSAGES);
  };
  const receive = (message: FromPage): void => {
    if (message.type === 'ready') send();
    else if ('id' in message) rows[message.type](message.id);
    else if (message.type === 'install-python') openPythonDownloads();
    else commands.executeCommand(COMMANDS[message.type]);
  };
  const provider = {
    resolveWebviewView: (resolved: WebviewView) => {
      view = resolved;
      const root = Uri.joinPath(context.extensionUri, 'dist', 'webview');
      resolved.webview.options = { enableScripts: true, localResourceRoots: [root] };
      resolved.webview.onDidReceiveMessage((data: unknown) => {
        const message = readFromPage(data);
        if (message !== undefined) receive(message);
      });
      resolved.onDidDispose(() => {
        if (view === resolved) view = undefined;
      });
      resolved.webview.html = page(resolved.webview, root);
    },
  };
  return Disposable.from(
    window.registerWebviewViewProvider('backboneAi.progress', provider),
    runs.onDidChange(sendSoon),
    backends.onDidChange(sendSoon),
    workspace.onDidGrantWorkspaceTrust(sendSoon),
    new Disposable(() => clearTimeout(timer)),
  );
}

const COMMANDS = {
  generate: 'backboneAi.generateBackend',
  verify: 'backboneAi.verifyBackend',
  run: 'backboneAi.runBackend',
  'check-setup': 'backboneAi.checkSetup',
  'set-key': 'backboneAi.setApiKey',
  'choose-model': 'backboneAi.chooseModel',
  cancel: 'backboneAi.cancelRun',
  apply: 'backboneAi.applyChanges',
  discard: 'backboneAi.discardChanges',
  trust: 'workbench.trust.manage',
} as const satisfies Record<Exclude<ButtonType, 'install-python'>, string>;

function page(webview: Webview, root: Uri): string {
  const nonce = randomBytes(16).toString('base64');
  const style = webview.asWebviewUri(Uri.joinPath(root, 'style.css'));
  const script = webview.asWebviewUri(Uri.joinPath(root, 'progress.js'));
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <link rel="stylesheet" href="${style}">
    <title>BackBone AI</title>
  </head>
  <body>
    <div id="status" class="hidden" role="status"></div>
    <header id="summary"></header>
    <div id="actions"></div>
    <div id="backends"></div>
    <ol id="steps" aria-label="Steps"></ol>
    <section id="tests"></section>
    <section id="suggestions"></section>
    <section id="log"></section>
    <script nonce="${nonce}" src="${script}"></script>
  </body>
</html>`;
}
