import { type End, holdsKey, pairRelationships } from '../schema/pairing.ts';
import { endLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB515: a cascade to orphans from a side that does not own the other. */
export const deleteOrphanSide: Rule = {
  code: 'BB515',
  name: 'delete-orphan-side',
  severity: 'error',
  summary:
    '`delete-orphan` stands on the side that holds the key or on a many-to-many; only a parent has orphans.',
  check: (view) =>
    pairRelationships(view)
      .filter((it) => it.view.raw.cascade === 'all, delete-orphan' && isNoParent(it))
      .map((it) => ({
        ...valueAt(it.view, 'cascade'),
        message: `${endLabel(it)} cannot delete orphans, because its other end may belong to several rows; move "cascade" to the parent's side`,
      })),
};

const isNoParent = (end: End): boolean =>
  end.view.type === 'many_to_one' || end.view.type === 'many_to_many' || holdsKey(end);
