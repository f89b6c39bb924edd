import { createReadStream } from 'node:fs';
import { failure, type Result, success } from '../core/index.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'reading it is not permitted',
  EPERM: 'reading it is not permitted',
};

/** More than the longest schema that is accepted has, in bytes; some files, such as devices, have no end. */
const MOST_BYTES = 50_000_000;

/** Reads a schema file; the failure is one sentence for people. */
export async function readSchema(path: string): Promise<Result<string, string>> {
  try {
    const bytes = await readBytes(path);
    if (bytes.length > MOST_BYTES) return failure(`cannot read "${path}": it is larger than 50 MB`);
    return success(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof TypeError) return failure(`cannot read "${path}": it is not UTF-8 text`);
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return failure(`cannot read "${path}": ${REASONS[code] ?? code}`);
  }
}

async function readBytes(path: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of createReadStream(path, { end: MOST_BYTES })) parts.push(part);
  return Buffer.concat(parts);
}
