import { type ChildProcess, fork } from 'node:child_process';
import type { CheckReport, RenderedFile } from '../core/index.ts';
import type { PythonChecker } from '../workflow/ports.ts';

/** What the process is asked. */
export type RuffQuestion = { readonly id: number; readonly files: readonly RenderedFile[] };

/** What it answers; `failure` is a bug. */
export type RuffAnswer =
  | { readonly id: number; readonly report: CheckReport }
  | { readonly id: number; readonly failure: string };

/** A checker that has to be ended. */
export type DisposableChecker = PythonChecker & { readonly dispose: () => void };

/**
 * Ruff in a process of its own, which keeps this one responsive and small. `script` is the bundle of
 * `ruff-process.ts`; it is started with the first question and ended when nobody asked for a while.
 */
export function ruffChild(script: string, idleMs = 60_000): DisposableChecker {
  let child: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;

  const end = (): void => {
    clearTimeout(idle);
    child?.kill();
    child = undefined;
  };
  const ready = (): ChildProcess => {
    clearTimeout(idle);
    child ??= start(script).once('exit', () => {
      child = undefined;
    });
    return child;
  };
  return {
    async check(files, signal) {
      signal.throwIfAborted();
      lastId += 1;
      signal.addEventListener('abort', end, { once: true });
      try {
        const answer = await ask(ready(), { id: lastId, files }, signal);
        if ('failure' in answer) throw new Error(`ruff failed: ${answer.failure}`);
        return answer.report;
      } finally {
        signal.removeEventListener('abort', end);
        idle = setTimeout(end, idleMs).unref();
      }
    },
    dispose: end,
  };
}

// Nothing of this process's environment is needed there, and in the editor it may hold secrets.
function start(script: string): ChildProcess {
  const child = fork(script, { env: { ELECTRON_RUN_AS_NODE: '1' }, execArgv: [] });
  child.unref();
  child.channel?.unref();
  return child;
}

function ask(child: ChildProcess, question: RuffQuestion, signal: AbortSignal): Promise<RuffAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      child.off('message', hear);
      child.off('exit', ended);
      act();
    };
    const hear = (answer: RuffAnswer): void => {
      if (answer.id === question.id) settle(() => resolve(answer));
    };
    const ended = (): void =>
      settle(() => reject(signal.aborted ? signal.reason : new Error('the process of ruff ended')));
    child.on('message', hear);
    child.once('exit', ended);
    child.send(question);
  });
}
