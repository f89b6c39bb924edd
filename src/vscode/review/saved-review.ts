import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Disposable, type ExtensionContext, type LogOutputChannel } from 'vscode';
import type { Review } from './review.ts';
import type { ReviewStore } from './review-store.ts';

const PAUSE_MS = 300;

/** Keeps the open review in the extension's storage, so that it survives a reload of the window. */
export function registerSavedReview(
  context: ExtensionContext,
  reviews: ReviewStore,
  log: LogOutputChannel,
): Disposable {
  const file = fileOf(context);
  let timer: NodeJS.Timeout | undefined;
  let last: Promise<void> = Promise.resolve();
  const save = (): void => {
    if (file === undefined) return;
    const review = reviews.current();
    last = last.then(() => (review === undefined ? rm(file, { force: true }) : write(file, review)));
    last = last.catch((error) => log.warn(`the open review could not be saved: ${String(error)}`));
  };
  const subscription = reviews.onDidChange(() => {
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE_MS);
  });
  return Disposable.from(subscription, new Disposable(() => clearTimeout(timer)));
}

/** The review that was open when the window was closed or reloaded. */
export async function loadSavedReview(context: ExtensionContext): Promise<Review | undefined> {
  const file = fileOf(context);
  if (file === undefined) return undefined;
  try {
    const { version, review } = JSON.parse(await readFile(file, 'utf8'), revive);
    return version === VERSION ? review : undefined;
  } catch {
    // Usually there is no such file; a damaged one only costs a click on Generate.
    return undefined;
  }
}

const VERSION = 1;

const fileOf = ({ storageUri }: ExtensionContext): string | undefined =>
  storageUri && join(storageUri.fsPath, 'review.json');

async function write(file: string, review: Review): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const text = JSON.stringify({ version: VERSION, review }, flatten);
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

function flatten(_key: string, value: unknown): unknown {
  if (value instanceof Map) return { $map: [...value] };
  return value instanceof Set ? { $set: [...value] } : value;
}

function revive(_key: string, value: unknown): unknown {
  const { $map, $set } = Object(value);
  if (Array.isArray($map)) return new Map($map);
  return Array.isArray($set) ? new Set($set) : value;
}
