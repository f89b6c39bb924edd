import { commands, type Disposable, EventEmitter, type LogOutputChannel, type Uri, workspace } from 'vscode';
import type { LogRow, PanelState, Phase } from '../../webview/protocol.ts';
import type { Outcome } from '../../workflow/outcome.ts';
import type { OnProgress, Suggestion } from '../../workflow/progress.ts';
import type { Decision } from '../../workflow/state.ts';
import { idleView, startedView, withEvent } from './run-view.ts';

/** A run that can be told what a person decided. */
export type Decide = (decision: Decision) => Promise<Outcome>;

/** A run that has begun. */
export type ActiveRun = { readonly signal: AbortSignal; readonly onProgress: OnProgress };

/** Holds what the panel shows, and the one run that is going on. */
export type RunStore = Disposable & {
  readonly view: () => PanelState;
  readonly update: (change: Partial<PanelState>) => void;
  readonly begin: (title: string, schema: Uri) => ActiveRun;
  /** The schema of the last run. */
  readonly schema: () => Uri | undefined;
  readonly cancel: () => void;
  readonly suggestion: (id: number) => Suggestion | undefined;
  /** Set while a review is open. */
  decide: Decide | undefined;
  readonly onDidChange: EventEmitter<void>['event'];
};

/** Makes a store without a run. */
export function createRunStore(log: LogOutputChannel): RunStore {
  const changed = new EventEmitter<void>();
  let view = idleView(workspace.isTrusted);
  let controller = new AbortController();
  let schema: Uri | undefined;
  let suggestions: readonly Suggestion[] = [];

  const show = (next: PanelState): void => {
    view = next;
    commands.executeCommand('setContext', 'backboneAi.running', isBusy(view.phase));
    changed.fire();
  };
  const trust = workspace.onDidGrantWorkspaceTrust(() => show(idleView(true)));
  const begin = (title: string, uri: Uri): ActiveRun => {
    schema = uri;
    controller = new AbortController();
    suggestions = [];
    show(startedView(title));
    const start = performance.now();
    const onProgress: OnProgress = (event) => {
      if (event.kind === 'suggestions') suggestions = event.suggestions;
      const before = view.log.at(-1);
      show(withEvent(view, event, (performance.now() - start) / 1000));
      if (view.log.at(-1) !== before) writeLog(log, view.log.at(-1));
    };
    return { signal: controller.signal, onProgress };
  };
  return {
    view: () => view,
    update: (change) => show({ ...view, ...change }),
    begin,
    cancel: () => {
      if (view.phase !== 'running') return;
      show({ ...view, phase: 'cancelling', headline: 'Cancelling…' });
      controller.abort();
    },
    schema: () => schema,
    suggestion: (id) => suggestions[id],
    decide: undefined,
    onDidChange: changed.event,
    dispose: () => {
      controller.abort();
      trust.dispose();
      changed.dispose();
    },
  };
}

/** Whether a run occupies the editor's one place for runs. */
export const isBusy = (phase: Phase): boolean =>
  phase === 'running' || phase === 'cancelling' || phase === 'applying';

function writeLog(log: LogOutputChannel, row: LogRow | undefined): void {
  if (row?.level === 'warning') log.warn(row.text);
  else if (row !== undefined) log.info(row.text);
}
