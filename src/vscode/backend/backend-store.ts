import {
  commands,
  type Disposable,
  EventEmitter,
  env,
  StatusBarAlignment,
  type StatusBarItem,
  Uri,
  window,
} from 'vscode';
import type { RunningBackend } from '../../host/backend/serve.ts';
import type { BackendRow } from '../../webview/protocol.ts';

/** A backend that runs, as the editor knows it. */
export type KnownBackend = RunningBackend & {
  readonly id: number;
  /** The name of its folder. */
  readonly name: string;
  /** Absolute path of the generated project. */
  readonly folder: string;
};

/** Holds the backends that run; they end with the window. */
export type BackendStore = Disposable & {
  readonly all: () => readonly KnownBackend[];
  readonly rows: () => readonly BackendRow[];
  readonly in: (folder: string) => KnownBackend | undefined;
  readonly add: (backend: Omit<KnownBackend, 'id'>) => KnownBackend;
  /** Stops one and waits for its end. */
  readonly stop: (id: number) => Promise<void>;
  /** Opens the API page of one in a browser, wherever this editor runs. */
  readonly open: (id: number) => Promise<void>;
  readonly onDidChange: EventEmitter<void>['event'];
};

/** Makes a store without backends, with an item in the status bar while one runs. */
export function createBackendStore(): BackendStore {
  const changed = new EventEmitter<void>();
  const item = window.createStatusBarItem('backboneAi.backend', StatusBarAlignment.Left);
  item.name = 'BackBone AI: Running Backend';
  item.command = 'backboneAi.runBackend';
  let running: readonly KnownBackend[] = [];
  let lastId = 0;

  const show = (next: readonly KnownBackend[]): void => {
    running = next;
    commands.executeCommand('setContext', 'backboneAi.backendRunning', running.length > 0);
    describe(item, running);
    changed.fire();
  };
  const find = (id: number): KnownBackend | undefined => running.find((it) => it.id === id);
  return {
    all: () => running,
    rows: () => running.map(({ id, name, url }) => ({ id, name, url })),
    in: (folder) => running.find((it) => it.folder === folder),
    add: (backend) => {
      lastId += 1;
      const known = { ...backend, id: lastId };
      show([...running, known]);
      known.ended.then(() => show(running.filter((it) => it !== known)));
      return known;
    },
    stop: async (id) => {
      const backend = find(id);
      backend?.stop();
      await backend?.ended;
    },
    open: async (id) => {
      const url = find(id)?.url;
      if (url === undefined) return;
      // Not every remote editor keeps the path of what it is asked for.
      const outside = await env.asExternalUri(Uri.parse(url));
      await env.openExternal(Uri.joinPath(outside, 'docs'));
    },
    onDidChange: changed.event,
    dispose: () => {
      for (const backend of running) backend.stop();
      item.dispose();
      changed.dispose();
    },
  };
}

function describe(item: StatusBarItem, running: readonly KnownBackend[]): void {
  const [first] = running;
  item.text =
    running.length === 1 ? `$(server) ${first?.name} ${first?.url}` : `$(server) ${running.length} backends`;
  const lines = running.map(({ name, url }) => `${name} is running on ${url}`);
  item.tooltip = `${lines.join('\n')}\nClick to open its API page.`;
  if (first === undefined) item.hide();
  else item.show();
}
