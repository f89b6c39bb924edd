import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** What a finished command left behind. */
export type Finished = { readonly code: number; readonly stdout: string; readonly stderr: string };

type RunOptions = {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly input?: string;
};

/** Runs a command to its end and returns its exit code and output; a command that cannot be started has code 127. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: options.cwd, env: { ...process.env, ...options.env } });
    const out: string[] = [];
    const err: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
    child.on('error', (error) => resolve({ code: 127, stdout: '', stderr: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, stdout: out.join(''), stderr: err.join('') }));
    // A program may end without reading what it was given.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
  });
}

/** Runs a command that must succeed; otherwise throws one sentence with the end of what it printed. */
export async function mustRun(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const { code, stdout, stderr } = await run(command, args, options);
  if (code === 0) return stdout;
  const printed = `${stdout}\n${stderr}`.trim().slice(-2000);
  throw new Error(`"${[command, ...args].join(' ')}" ended with ${code}:\n${printed}`);
}

/** A loopback port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** Resolves with the first match in what the process prints; rejects when it ends first or takes too long. */
export function untilPrinted(child: ChildProcess, wanted: RegExp, seconds = 60): Promise<RegExpMatchArray> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const timer = setTimeout(
      () => reject(new Error(`no ${wanted} within ${seconds} s:\n${printed}`)),
      seconds * 1000,
    );
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const match = wanted.exec(printed);
      if (!match) return;
      clearTimeout(timer);
      resolve(match);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`ended with ${code} before it printed ${wanted}:\n${printed}`));
    });
  });
}

/** Starts a server in a process group of its own, which ends at the latest with this process. */
export function startGroup(command: string, args: readonly string[], options: RunOptions = {}): ChildProcess {
  const env = { ...process.env, ...options.env };
  const child = spawn(command, args, { cwd: options.cwd, env, detached: true });
  const endWithUs = () => child.pid !== undefined && signalGroup(child.pid, 'SIGKILL');
  process.once('exit', endWithUs);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    if (process.listenerCount(signal, endOurselves) === 0) process.once(signal, endOurselves);
  child.once('exit', () => process.removeListener('exit', endWithUs));
  return child;
}

// A signal ends a process without its `exit` event, and the servers would outlive it.
const endOurselves = (): void => process.exit(1);

/** Ends a process of `startGroup` together with its children, and waits for it. */
export function endGroup(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return resolve();
    child.on('exit', () => resolve());
    signalGroup(child.pid, signal);
    const pid = child.pid;
    setTimeout(() => signalGroup(pid, 'SIGKILL'), 5000).unref();
  });
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended already.
  }
}
