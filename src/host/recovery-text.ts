import { BOOKKEEPING } from '../core/index.ts';
import type { Recovery } from './recovery.ts';

/** What was done about an interrupted apply, in one sentence. */
export function recoveryText(recovery: Recovery): string {
  const what = `an earlier run that wrote into "${recovery.root}" was interrupted`;
  const { restored, skipped } = recovery.kind === 'taken-back' ? recovery.report : NOTHING;
  const files = own(restored).length;
  const left = own(skipped);
  const kept = left.length === 0 ? '' : `; left alone, because changed since: ${left.join(', ')}`;
  if (files === 0) return `${what} before it changed anything${kept}`;
  return `${what}; its changes are taken back (${files} ${files === 1 ? 'file' : 'files'})${kept}`;
}

const NOTHING = { restored: [], skipped: [] };

// A person knows nothing of the bookkeeping.
const own = (paths: readonly string[]) => paths.filter((it) => !it.startsWith(`${BOOKKEEPING}/`));
