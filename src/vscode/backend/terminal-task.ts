import {
  CustomExecution,
  EventEmitter,
  type Pseudoterminal,
  Task,
  TaskGroup,
  TaskPanelKind,
  TaskRevealKind,
  TaskScope,
  tasks,
  workspace,
} from 'vscode';

/** What work in a terminal is given. */
export type TerminalWork = {
  /** Aborted when the person closes the terminal, presses Ctrl+C in it, or ends the task. */
  readonly signal: AbortSignal;
  readonly write: (text: string) => void;
};

/** A task that is about to run. */
export type TaskTitle = {
  readonly name: string;
  readonly kind: 'test' | 'server';
  /** Absolute path of the generated project, by which the task is told from others. */
  readonly folder: string;
};

/**
 * Runs work as a task in a terminal of its own. Resolves as the work does; the terminal stays busy until `exitCode`
 * says how the task ended, which may be later.
 */
export function runInTerminal<T>(
  title: TaskTitle,
  work: (terminal: TerminalWork) => Promise<T>,
  exitCode: (result: T) => number | Promise<number>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const terminal = pseudoterminal(async (given) => {
      try {
        const value = await work(given);
        resolve(value);
        return await exitCode(value);
      } catch (error) {
        reject(error);
        return 1;
      }
    });
    tasks.executeTask(taskFor(title, terminal)).then(undefined, reject);
  });
}

function taskFor({ name, kind, folder }: TaskTitle, terminal: Pseudoterminal): Task {
  const definition = { type: 'backboneAi', kind, folder };
  const scope = workspace.workspaceFolders === undefined ? TaskScope.Global : TaskScope.Workspace;
  const task = new Task(definition, scope, name, 'BackBone', new CustomExecution(async () => terminal));
  task.isBackground = kind === 'server';
  if (kind === 'test') task.group = TaskGroup.Test;
  task.presentationOptions = {
    panel: TaskPanelKind.Dedicated,
    reveal: TaskRevealKind.Always,
    focus: false,
    clear: true,
    showReuseMessage: false,
  };
  return task;
}

const CTRL_C = '\u0003';

function pseudoterminal(work: (terminal: TerminalWork) => Promise<number>): Pseudoterminal {
  const written = new EventEmitter<string>();
  const closed = new EventEmitter<number>();
  const controller = new AbortController();
  const write = (text: string): void => written.fire(text.replace(/\r?\n/g, '\r\n'));
  return {
    onDidWrite: written.event,
    onDidClose: closed.event,
    open: () => void work({ signal: controller.signal, write }).then((code) => closed.fire(code)),
    close: () => controller.abort(),
    handleInput: (text) => {
      if (text.includes(CTRL_C)) controller.abort();
    },
  };
}
