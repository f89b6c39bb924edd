import type { ChangeSet } from '../../core/index.ts';
import type { ChangeSetStore } from '../../workflow/ports.ts';

/** Change sets for as long as the process lives. */
export function memoryStore(): ChangeSetStore {
  const kept = new Map<string, ChangeSet>();
  return {
    put(changeSet) {
      const id = String(kept.size + 1);
      kept.set(id, changeSet);
      return id;
    },
    get: (id) => kept.get(id),
  };
}
