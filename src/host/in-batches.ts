/** Operations on the disk that run at the same time. */
const BATCH = 32;

/**
 * Does the work for every item, a batch at a time, and gives the results in order. When one fails, the others of
 * its batch come to their end before its error is thrown, so that nothing is still running afterwards.
 */
export async function inBatches<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += BATCH) {
    const settled = await Promise.allSettled(items.slice(start, start + BATCH).map(work));
    for (const it of settled) {
      if (it.status === 'rejected') throw it.reason;
      results.push(it.value);
    }
  }
  return results;
}
