/** How long a question may take in all, and how long nothing may happen. */
export type Limits = { readonly totalSeconds: number; readonly idleSeconds: number };

/** Aborts when a person cancels or a limit is reached, and knows which of the two it was. */
export type Deadline = {
  readonly signal: AbortSignal;
  /** Something happened: the idle time starts anew. */
  readonly touch: () => void;
  /** The limit that was reached, in seconds; undefined while there is time. */
  readonly expired: () => number | undefined;
  readonly remainingMs: () => number;
  readonly stop: () => void;
};

/** Starts the clock for one question. */
export function startDeadline(cancel: AbortSignal, limits: Limits): Deadline {
  const timeout = new AbortController();
  const end = performance.now() + limits.totalSeconds * 1000;
  let expired: number | undefined;
  const expireAfter = (seconds: number): ReturnType<typeof setTimeout> =>
    setTimeout(() => {
      expired ??= seconds;
      timeout.abort(new DOMException('time is up', 'AbortError'));
    }, seconds * 1000);
  const total = expireAfter(limits.totalSeconds);
  let idle = expireAfter(limits.idleSeconds);
  const touch = (): void => {
    clearTimeout(idle);
    idle = expireAfter(limits.idleSeconds);
  };
  const stop = (): void => {
    clearTimeout(total);
    clearTimeout(idle);
  };
  return {
    signal: AbortSignal.any([cancel, timeout.signal]),
    touch,
    expired: () => expired,
    remainingMs: () => end - performance.now(),
    stop,
  };
}

/** Waits, at most until the signal aborts. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    if (signal.aborted) done();
  });
}
