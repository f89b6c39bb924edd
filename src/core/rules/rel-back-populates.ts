import { type End, pairRelationships } from '../schema/pairing.ts';
import type { RelationshipView, SchemaView } from '../schema/view.ts';
import { judgeLink } from './link.ts';

/** A written `back_populates` without a partner, with the ends that come close; undefined when another rule reports it. */
export type Unanswered = { readonly end: End; readonly opposites: readonly RelationshipView[] };

/** The ends whose `back_populates` finds no partner, and whose fault that is. */
export function unanswered(view: SchemaView): readonly Unanswered[] {
  const ends = pairRelationships(view);
  return ends.flatMap((end) => {
    if (end.view.backPopulates === undefined || end.partner !== undefined) return [];
    if (judgeLink(view, end).kind !== 'none' || end.candidates.length > 1) return [];
    return isReportedThere(view, end, ends) ? [] : [{ end, opposites: end.opposites }];
  });
}

/** Whether a relationship of the target table is so wrong that it might have been the other end. */
function isReportedThere(view: SchemaView, end: End, ends: readonly End[]): boolean {
  const sound = new Map(ends.filter((it) => it.source === end.target).map((it) => [it.view, it]));
  return end.target.relationships.some((it) => {
    const other = sound.get(it);
    if (other === undefined) return it.targetTable === undefined || !view.tableByName.has(it.targetTable);
    return other.target === end.source && judgeLink(view, other).kind !== 'none';
  });
}
