import { type OnProgress, type ProgressEvent, STEPS } from '../workflow/progress.ts';
import type { Printing } from './arguments.ts';
import type { Stream } from './output.ts';

/** Shows what a generation is doing. */
export type Progress = {
  readonly onProgress: OnProgress;
  /** Prints a line of its own, whatever is being shown. */
  readonly say: (line: string) => void;
  /** Takes away what must not stay on the screen. */
  readonly end: () => void;
};

const CLEAR_LINE = '\r\u001b[2K';
const STEP_NAMES = Object.keys(STEPS);

/**
 * Progress on the error stream: on a terminal one line that changes in place and goes away, otherwise a line for
 * each step that ended, unless the output is for a program or is to be quiet.
 */
export function showProgress({ quiet, format }: Printing, err: Stream): Progress {
  if (!quiet && err.isTerminal) return onTerminal(err);
  const onProgress = quiet || format !== 'text' ? () => undefined : asLines(err);
  return { onProgress, say: (line) => err.write(`${line}\n`), end: () => undefined };
}

function onTerminal(err: Stream): Progress {
  let shown = '';
  const show = (text: string): void => {
    if (text !== shown) err.write(`${CLEAR_LINE}${text}`);
    shown = text;
  };
  return {
    onProgress: (event) => {
      if (event.kind === 'step-started') show(err.paint('dim', stepText(event)));
    },
    say: (line) => {
      const before = shown;
      show('');
      err.write(`${line}\n`);
      show(before);
    },
    end: () => show(''),
  };
}

type Started = Extract<ProgressEvent, { kind: 'step-started' }>;

const stepText = ({ step, label }: Started): string =>
  `[${STEP_NAMES.indexOf(step) + 1}/${STEP_NAMES.length}] ${label} …`;

const asLines =
  (err: Stream): OnProgress =>
  (event) => {
    if (event.kind === 'step-finished') err.write(`${event.label}: ${event.summary}\n`);
  };
