import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { env, platform } from 'node:process';

/** A program to start in a folder. */
export type Command = {
  readonly program: string;
  readonly args: readonly string[];
  /** Absolute path. */
  readonly cwd: string;
  /** Keeps the standard input open for as long as this process lives, so that the program can notice its end. */
  readonly lifeline?: boolean;
};

/** How a process ended; without a code it was ended from outside or could not be started. */
export type Ended = { readonly code: number | undefined; readonly lastLines: readonly string[] };

/** A process that was started; `end` ends it together with its children. */
export type RunningProcess = { readonly ended: Promise<Ended>; readonly end: () => void };

const LAST_LINES = 40;
const PATIENCE_MS = 5000;

/** Starts a program; what it prints is passed on as it comes, and its last lines are kept. Never throws. */
export function startProcess(command: Command, onOutput: (text: string) => void): RunningProcess {
  const { program, args, cwd, lifeline } = command;
  // A group of its own, so that what it starts ends with it.
  const detached = platform !== 'win32';
  const child = spawn(program, args, { cwd, env: environment(), detached, windowsHide: true });
  let recent = '';
  const hear = (text: string): void => {
    recent = `${recent}${text}`.slice(-8000);
    onOutput(text);
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', hear);
  // A program may end without reading its input.
  child.stdin.on('error', () => undefined);
  if (lifeline !== true) child.stdin.end();
  const ended = new Promise<Ended>((resolve) => {
    child.on('error', (error) => resolve({ code: undefined, lastLines: [error.message] }));
    child.on('close', (code) => resolve({ code: code ?? undefined, lastLines: lastLines(recent) }));
  });
  return { ended, end: () => endTree(child) };
}

/** What a short-lived program printed; undefined when it failed, is missing, or took more than ten seconds. */
export function ask(program: string, args: readonly string[], cwd?: string): Promise<string | undefined> {
  const options = { cwd, env: environment(), timeout: 10_000, windowsHide: true, maxBuffer: 50_000_000 };
  return new Promise((resolve) => {
    const child = execFile(program, args, options, (error, stdout) =>
      resolve(error === null ? stdout : undefined),
    );
    child.stdin?.end();
  });
}

const NOT_PASSED_ON = /^(VSCODE_|ELECTRON_|VIRTUAL_ENV|PYTHONHOME$|__PYVENV_LAUNCHER__$)/;

function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(env).filter(([name]) => !NOT_PASSED_ON.test(name));
  return {
    ...Object.fromEntries(own),
    PYTHONUNBUFFERED: '1',
    PYTHONIOENCODING: 'utf-8',
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    PIP_NO_INPUT: '1',
    PIP_PROGRESS_BAR: 'off',
  };
}

function endTree(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (platform === 'win32') {
    execFile('taskkill', ['/pid', String(pid), '/t', '/f'], () => undefined);
    return;
  }
  signalGroup(pid, 'SIGTERM');
  const insist = setTimeout(() => signalGroup(pid, 'SIGKILL'), PATIENCE_MS);
  insist.unref();
  child.once('close', () => clearTimeout(insist));
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended already.
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
const COLOURS = /\u001b\[[0-9;]*m/g;

const lastLines = (text: string): readonly string[] =>
  text
    .replace(COLOURS, '')
    .split(/\r?\n|\r/)
    .map((it) => it.trimEnd())
    .filter((it) => it !== '')
    .slice(-LAST_LINES);
