import { readFile } from 'node:fs/promises';
import { failure, type Result, success } from '../core/index.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'reading it is not permitted',
  EPERM: 'reading it is not permitted',
};

/** Reads a schema file; the failure is one sentence for people. */
export async function readSchema(path: string): Promise<Result<string, string>> {
  try {
    return success(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)));
  } catch (error) {
    if (error instanceof TypeError) return failure(`cannot read "${path}": it is not UTF-8 text`);
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return failure(`cannot read "${path}": ${REASONS[code] ?? code}`);
  }
}
