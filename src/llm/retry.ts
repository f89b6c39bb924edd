import type { LlmFailure } from '../workflow/ports.ts';

const LONGEST_WAIT_SECONDS = 20;

/**
 * How long to wait before asking again after a failure, given the number of retries so far; undefined when asking
 * again would not help, or only after a wait that nobody wants to sit through.
 */
export function secondsBeforeRetry(failure: LlmFailure, retries: number): number | undefined {
  const backoff = 0.5 * 2 ** retries;
  switch (failure.kind) {
    case 'rate-limited': {
      const seconds = failure.retryAfterSeconds ?? 2 * backoff;
      return seconds <= LONGEST_WAIT_SECONDS ? seconds : undefined;
    }
    case 'server-error':
    case 'unreachable':
    case 'broken-off':
      return backoff;
    default:
      return undefined;
  }
}
