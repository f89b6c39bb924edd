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

/** Where a test is: an absolute path and a line, counted from 1. */
export type TestPlace = { readonly path: string; readonly line: number };

/** Holds what the panel shows, and the one run that is going on. */
export type RunStore = Disposable & {
  readonly view: () => PanelState;
  readonly update: (change: Partial<PanelState>) => void;
  readonly begin: (title: string, schema: Uri) => ActiveRun;
  /** Begins something that shows itself in the panel and can be cancelled there; it may concern a schema. */
  readonly start: (view: PanelState, schema: Uri | undefined) => AbortSignal;
  /** The schema that the panel was last about. */
  readonly schema: () => Uri | undefined;
  readonly cancel: () => void;
  readonly suggestion: (id: number) => Suggestion | undefined;
  /** Where the rows of failed tests lead, in their order. */
  testPlaces: readonly (TestPlace | undefined)[];
  /** Set while a review is open. */
  decide: Decide | undefined;
  readonly onDidChange: EventEmitter<void>['event'];
};

/** Makes a store without a run. */
export function createRunStore(log: LogOutputChannel): RunStore {
  const panel = createPanel();
  let controller = new AbortController();
  let schema: Uri | undefined;
  let suggestions: readonly Suggestion[] = [];

  const start = (view: PanelState, of: Uri | undefined): AbortSignal => {
    schema = of ?? schema;
    controller = new AbortController();
    panel.show(view);
    return controller.signal;
  };
  const begin = (title: string, uri: Uri): ActiveRun => {
    suggestions = [];
    const signal = start(startedView(title), uri);
    const since = performance.now();
    const onProgress: OnProgress = (event) => {
      if (event.kind === 'suggestions') suggestions = event.suggestions;
      const before = panel.view().log.at(-1);
      panel.show(withEvent(panel.view(), event, (performance.now() - since) / 1000));
      const row = panel.view().log.at(-1);
      if (row !== before) writeLog(log, row);
    };
    return { signal, onProgress };
  };
  return {
    ...panel,
    start,
    begin,
    cancel: () => {
      if (panel.view().phase !== 'running') return;
      panel.update({ phase: 'cancelling', headline: 'Cancelling…' });
      controller.abort();
    },
    schema: () => schema,
    suggestion: (id) => suggestions[id],
    decide: undefined,
    testPlaces: [],
    dispose: () => {
      controller.abort();
      panel.dispose();
    },
  };
}

function createPanel() {
  const changed = new EventEmitter<void>();
  let view = idleView(workspace.isTrusted);
  const show = (next: PanelState): void => {
    view = next;
    commands.executeCommand('setContext', 'backboneAi.running', isBusy(view.phase));
    changed.fire();
  };
  const trust = workspace.onDidGrantWorkspaceTrust(() => show(idleView(true)));
  return {
    view: () => view,
    show,
    update: (change: Partial<PanelState>) => show({ ...view, ...change }),
    onDidChange: changed.event,
    dispose: () => {
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
