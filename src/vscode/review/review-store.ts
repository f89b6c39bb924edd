import { commands, type Disposable, EventEmitter } from 'vscode';
import type { Review } from './review.ts';

/** Holds the one review that is open, and the last one that was closed, whose documents stay readable. */
export type ReviewStore = Disposable & {
  readonly current: () => Review | undefined;
  /** Any review whose documents may still be on the screen. */
  readonly find: (id: string) => Review | undefined;
  readonly open: (review: Review) => void;
  readonly update: (change: (review: Review) => Review) => void;
  readonly close: () => void;
  readonly onDidChange: EventEmitter<void>['event'];
};

/** Makes an empty store. */
export function createReviewStore(): ReviewStore {
  const changed = new EventEmitter<void>();
  let current: Review | undefined;
  let closed: Review | undefined;

  const set = (next: Review | undefined): void => {
    if (current !== undefined && current.id !== next?.id) closed = current;
    current = next;
    commands.executeCommand('setContext', 'backboneAi.reviewing', current !== undefined);
    changed.fire();
  };
  return {
    current: () => current,
    find: (id) => [current, closed].find((it) => it?.id === id),
    open: set,
    update: (change) => current !== undefined && set(change(current)),
    close: () => set(undefined),
    onDidChange: changed.event,
    dispose: () => changed.dispose(),
  };
}
