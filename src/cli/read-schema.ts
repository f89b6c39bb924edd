import { createReadStream } from 'node:fs';
import { type Diagnostic, failure, type Limits, type Result, success, tooLarge } from '../core/index.ts';
import { errorCode } from '../host/disk.ts';
import { reasonText } from '../host/reason-text.ts';

/** Why there is no text: one sentence for people, a diagnostic of the file itself, or Ctrl-C. */
export type Unread =
  | { readonly kind: 'unreadable'; readonly sentence: string }
  | { readonly kind: 'too-large'; readonly diagnostic: Diagnostic }
  | { readonly kind: 'cancelled' };

/** Reads a schema file, and of a larger one than the limit no more than is needed to know that. */
export async function readSchema(
  path: string,
  limits: Limits,
  signal: AbortSignal,
): Promise<Result<string, Unread>> {
  try {
    const bytes = await Promise.race([readBytes(path, limits.size), aborted(signal)]);
    if (bytes.length > limits.size) return failure({ kind: 'too-large', diagnostic: tooLarge(limits) });
    return success(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (signal.aborted) return failure({ kind: 'cancelled' });
    const reason = error instanceof TypeError ? 'it is not UTF-8 text' : whyUnread(errorCode(error));
    return failure({ kind: 'unreadable', sentence: `cannot read "${path}": ${reason}` });
  }
}

/** A file that can be read has no other way to be wrong, so any code has its words here or is shown as it is. */
function whyUnread(code: string): string {
  if (code === 'ENOENT') return 'there is no such file';
  return code === 'EISDIR' ? 'it is a folder' : reasonText(code);
}

// Some files, such as devices and pipes, have no end.
async function readBytes(path: string, most: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of createReadStream(path, { end: most })) parts.push(part);
  return Buffer.concat(parts);
}

// Opening a pipe waits for its other end, and no signal ends that.
const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
