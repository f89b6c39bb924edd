import { env } from 'node:process';
import type { WriteStream } from 'node:tty';
import { errorCode } from '../host/disk.ts';
import { reasonText } from '../host/reason-text.ts';
import type { ColorChoice } from './arguments.ts';
import { mayColor, painter } from './colors.ts';
import { EXIT } from './exit-codes.ts';
import type { Output, Stream } from './output.ts';

/** The streams of this process, coloured as `--color` and the environment say. */
export const openStreams = (choice: ColorChoice): Output => ({
  out: streamOf(process.stdout, choice),
  err: streamOf(process.stderr, choice),
});

function streamOf(target: WriteStream, choice: ColorChoice): Stream {
  const isTerminal = target.isTTY === true;
  return {
    write: (text) => target.write(text),
    paint: painter(mayColor(choice, { isTerminal, env })),
    isTerminal,
  };
}

/**
 * A reader that went away, such as `head`, is no fault: what was to be done is done all the same, only nobody hears
 * of it. When the results cannot be written for another reason, the exit code says so.
 */
export function surviveLostReaders(): void {
  process.stderr.on('error', () => undefined);
  process.stdout.on('error', (error) => {
    const code = errorCode(error);
    if (code === 'EPIPE') return;
    process.stderr.write(`cannot print the result: ${reasonText(code)}\n`);
    process.exit(EXIT.failed);
  });
}
