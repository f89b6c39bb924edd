import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { failure, type Result, success } from '../../core/index.ts';
import { type PrepareFailure, prepareEnvironment } from './prepare-environment.ts';
import { type Command, type Ended, type RunningProcess, startProcess } from './process.ts';
import { commandLine, type ToolRun } from './tool.ts';

/** A generated backend that runs on this machine. */
export type RunningBackend = {
  /** Such as `http://127.0.0.1:8000`. */
  readonly url: string;
  readonly ended: Promise<Ended>;
  readonly stop: () => void;
};

/** Why a backend does not run. */
export type ServeFailure =
  | PrepareFailure
  | { readonly kind: 'no-port'; readonly code: string }
  /** It ended before it answered. */
  | { readonly kind: 'start-failed'; readonly lastLines: readonly string[] }
  | { readonly kind: 'no-answer'; readonly seconds: number };

const HOST = '127.0.0.1';
const USUAL_PORT = 8000;
const PATIENCE_SECONDS = 60;
const BETWEEN_ATTEMPTS_MS = 150;

/** What a caller may know better. */
export type Outside = {
  /** The prefix under which a proxy serves a local URL, such as `/proxy/8000`; empty when there is none. */
  readonly prefixOf?: (url: string) => Promise<string>;
  readonly patienceSeconds?: number;
};

/**
 * Prepares a project's environment, starts the project the way its README says (`app.cli dev` writes `.env` and
 * migrates the database first) and waits until it answers. It ends when this process does, however that ends.
 */
export async function startBackend(
  run: ToolRun,
  outside: Outside = {},
): Promise<Result<RunningBackend, ServeFailure>> {
  const prepared = await prepareEnvironment(run);
  if (!prepared.ok) return prepared;
  const port = await freePort();
  if (!port.ok) return failure({ kind: 'no-port', code: port.error });
  run.onStep('start', 'running', `starting on port ${port.value}`);
  const url = `http://${HOST}:${port.value}`;
  const prefix = (await outside.prefixOf?.(url)) ?? '';
  const process = start(run, prepared.value, [
    ...['dev', '--host', HOST, '--port', String(port.value)],
    ...(prefix === '' ? [] : ['--root-path', prefix]),
  ]);
  const { patienceSeconds = PATIENCE_SECONDS } = outside;
  const answered = await untilHealthy(url, { ...process, signal: run.signal, patienceSeconds });
  if (answered.ok) return success({ url, ended: process.ended, stop: process.end });
  process.end();
  await process.ended;
  return answered;
}

function start(run: ToolRun, python: string, args: readonly string[]): RunningProcess {
  const cwd = run.project;
  run.onOutput(`> ${commandLine({ program: python, args: ['-m', 'app.cli', ...args], cwd })}\n`);
  const command: Command = { program: python, args: ['-c', DEV, ...args], cwd, lifeline: true };
  const process = startProcess(command, run.onOutput);
  run.signal.addEventListener('abort', process.end, { once: true });
  return process;
}

// Does what "python -m app.cli" does, and ends the process with the one that holds its standard input.
const DEV = `
import os, runpy, signal, sys, threading
def end_with_parent():
    while os.read(0, 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
threading.Thread(target=end_with_parent, daemon=True).start()
runpy.run_module("app.cli", run_name="__main__", alter_sys=True)
`;

type Waiting = {
  readonly ended: Promise<Ended>;
  readonly signal: AbortSignal;
  readonly patienceSeconds: number;
};

async function untilHealthy(url: string, waiting: Waiting): Promise<Result<undefined, ServeFailure>> {
  const { ended, signal, patienceSeconds } = waiting;
  let end: Ended | undefined;
  ended.then((it) => {
    end = it;
  });
  const deadline = performance.now() + patienceSeconds * 1000;
  while (performance.now() < deadline) {
    if (signal.aborted) return failure({ kind: 'cancelled' });
    if (end !== undefined) return failure({ kind: 'start-failed', lastLines: end.lastLines });
    if (await answers(`${url}/health/readiness`)) return success(undefined);
    await wait(BETWEEN_ATTEMPTS_MS);
  }
  return failure({ kind: 'no-answer', seconds: patienceSeconds });
}

async function answers(url: string): Promise<boolean> {
  try {
    const { ok } = await fetch(url, { signal: AbortSignal.timeout(2000) });
    return ok;
  } catch {
    return false;
  }
}

/** The port that FastAPI's documentation uses, or one that is free. */
async function freePort(): Promise<Result<number, string>> {
  const usual = await bind(USUAL_PORT);
  return usual.ok ? usual : bind(0);
}

function bind(port: number): Promise<Result<number, string>> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(failure(error.code ?? error.name)));
    server.listen(port, HOST, () => {
      const address = server.address();
      const free = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => resolve(success(free)));
    });
  });
}
