import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { failure, type Result, success } from '../core/index.ts';
import { discard, errorCode } from './disk.ts';

/** Gives the turn back, after its file was removed. */
type EndTurn = () => void;

/** The turns that this process has, or is about to take. */
const mine = new Set<string>();

/**
 * Takes the turn that `file` stands for, so that one run at a time writes into a folder; the failure is the process
 * that has it. A turn is left behind by a process that was ended, and then taken over.
 */
export async function takeTurn(file: string): Promise<Result<EndTurn, number>> {
  if (mine.has(file)) return failure(process.pid);
  const end = (): void => void mine.delete(file);
  mine.add(file);
  try {
    const holder = await claim(file);
    if (holder === undefined) return success(end);
    end();
    return failure(holder);
  } catch (error) {
    end();
    throw error;
  }
}

/** Makes the file; the result is the living process that made it before. */
async function claim(file: string): Promise<number | undefined> {
  await mkdir(dirname(file), { recursive: true });
  if (await isMade(file)) return undefined;
  const holder = await holderOf(file);
  if (holder !== undefined) return holder;
  await rm(file, { force: true });
  return claim(file);
}

async function isMade(file: string): Promise<boolean> {
  try {
    await writeFile(file, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    // The folder goes when another turn ends in between.
    if (['EEXIST', 'ENOENT'].includes(errorCode(error))) return false;
    await discard(file);
    throw error;
  }
}

async function holderOf(file: string): Promise<number | undefined> {
  // The file is there a moment before what is in it, and a process may have ended in that moment.
  if (!WHOLE.test(await textOf(file))) await wait(100);
  const text = await textOf(file);
  return WHOLE.test(text) && isOther(Number(text)) ? Number(text) : undefined;
}

const WHOLE = /^[1-9]\d*\n$/;

const textOf = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');

/** Whether it is a living process and not this one, which would know of its turn. */
function isOther(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
