/** A signal that aborts when another does, always with an `AbortError`. */
export type Cancellation = { readonly signal: AbortSignal; readonly dispose: () => void };

/** LangGraph rethrows the reason of an abort as it is, so any other reason would look like a failure. */
export function cancellable(outer: AbortSignal): Cancellation {
  const controller = new AbortController();
  const cancel = (): void => controller.abort(new DOMException('cancelled', 'AbortError'));
  outer.addEventListener('abort', cancel, { once: true });
  if (outer.aborted) cancel();
  return { signal: controller.signal, dispose: () => outer.removeEventListener('abort', cancel) };
}

/** Whether an error is what a cancel looks like from inside. */
export const isCancellation = (error: unknown, signal: AbortSignal): boolean =>
  signal.aborted && error instanceof Error && error.name === 'AbortError';
