import type { Command, Ended } from './process.ts';
import { startProcess } from './process.ts';

/** The steps of the tools that run a generated project, with what a person reads. */
export const TOOL_STEPS = {
  environment: 'Environment',
  install: 'Dependencies',
  tests: 'Tests',
  start: 'Start',
} as const;

export type ToolStep = keyof typeof TOOL_STEPS;

/** What a tool works on and whom it tells. */
export type ToolRun = {
  /** Absolute path of the generated project. */
  readonly project: string;
  /** The interpreter that the person chose in the editor, if any. */
  readonly preferredPython: string | undefined;
  /** Makes an environment that cannot be used again, which deletes it. */
  readonly renewEnvironment: boolean;
  readonly signal: AbortSignal;
  /** Hears what the programs print. */
  readonly onOutput: (text: string) => void;
  readonly onStep: (step: ToolStep, state: 'running' | 'done' | 'failed', detail: string) => void;
};

/** Runs a program to its end, shows its command line first, and ends it when the run is cancelled. */
export async function runCommand(run: ToolRun, command: Command): Promise<Ended> {
  if (run.signal.aborted) return { code: undefined, lastLines: [] };
  run.onOutput(`> ${commandLine(command)}\n`);
  const process = startProcess(command, run.onOutput);
  run.signal.addEventListener('abort', process.end, { once: true });
  const ended = await process.ended;
  run.signal.removeEventListener('abort', process.end);
  return ended;
}

/** A command as a person would type it. */
export const commandLine = ({ program, args }: Command): string =>
  [program, ...args].map((it) => (/^[\w./:=\\-]+$/.test(it) ? it : `"${it}"`)).join(' ');
