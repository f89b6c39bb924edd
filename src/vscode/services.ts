import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { BackendStore } from './backend/backend-store.ts';
import type { Keyring } from './keys/keyring.ts';
import type { ReviewStore } from './review/review-store.ts';
import type { RunStore } from './run/run-store.ts';

/** What the commands share; made once at start. */
export type Services = {
  readonly context: ExtensionContext;
  readonly log: LogOutputChannel;
  readonly runs: RunStore;
  readonly reviews: ReviewStore;
  readonly keyring: Keyring;
  readonly backends: BackendStore;
};
