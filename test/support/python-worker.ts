import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { endGroup, startGroup } from './process.ts';
import { type Venv, venvEnvironment } from './python.ts';

/** Commands of Alembic and pytest that run one after the other in a folder, until one fails. */
export type Job = {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly commands: readonly (readonly ['alembic' | 'pytest', ...string[]])[];
};

/** How a job ended, with what it printed. */
export type Answer = { readonly code: number; readonly output: string };

/** A Python process that has imported what generated backends need, and forks for every job. */
export type PythonWorker = {
  /** Runs one job; only one at a time. */
  readonly run: (job: Job) => Promise<Answer>;
  readonly stop: () => Promise<void>;
};

/** Starts a worker in an environment. */
export function startPythonWorker(venv: Venv): PythonWorker {
  const script = join(import.meta.dirname, 'python-worker.py');
  const child = startGroup(venv.python, ['-u', script], { env: venvEnvironment(venv) });
  const { stdout, stdin } = child;
  if (stdout === null || stdin === null) throw new Error('the Python worker has no pipes');
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  const errors: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => errors.push(text));
  return {
    run: async (job) => {
      stdin.write(`${JSON.stringify(job)}\n`);
      const { value, done } = await lines.next();
      if (done === true) throw new Error(`the Python worker ended:\n${errors.join('')}`);
      return JSON.parse(value);
    },
    stop: () => endGroup(child),
  };
}
