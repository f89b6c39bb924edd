import { type End, pairRelationships } from '../schema/pairing.ts';
import type { RelationshipView, SchemaView } from '../schema/view.ts';
import { judgeLink } from './link.ts';

/** A written `back_populates` without a partner. */
export type Unanswered = {
  readonly end: End;
  /** Ends that would be the other one, were they not named otherwise; empty when something else is the reason. */
  readonly misnamed: readonly RelationshipView[];
  /** Whether an end would fit that has another partner. */
  readonly isTaken: boolean;
};

/** The ends whose own `back_populates` is why they have no partner. */
export function unanswered(view: SchemaView): readonly Unanswered[] {
  const ends = pairRelationships(view);
  const open = ends.filter((it) => it.view.backPopulates !== undefined && it.partner === undefined);
  if (open.length === 0) return [];
  const byView = new Map(ends.map((it) => [it.view, it]));
  return open.flatMap((end) => {
    if (judgeLink(view, end).kind !== 'none' || end.candidates.length > 1) return [];
    return isReportedThere(view, end, byView) ? [] : explain(end, byView);
  });
}

type ByView = ReadonlyMap<RelationshipView, End>;

function explain(end: End, byView: ByView): readonly Unanswered[] {
  const others = end.opposites.flatMap((it) => byView.get(it) ?? []);
  const isMisnamed = ({ view: { name } }: End): boolean =>
    name !== undefined && name !== end.view.backPopulates;
  const fitting = others.filter((it) => !isMisnamed(it));
  // An end that fits and is free as well does not name this one: the fault is reported over there.
  if (fitting.some((it) => it.partner === undefined)) return [];
  const misnamed = fitting.length > 0 ? [] : others.map((it) => it.view);
  return [{ end, misnamed, isTaken: fitting.length > 0 }];
}

/** Whether a relationship of the target table is so wrong that it might have been the other end. */
function isReportedThere(view: SchemaView, end: End, byView: ByView): boolean {
  return end.target.relationships.some((it) => {
    const other = byView.get(it);
    if (other === undefined) return it.targetTable === undefined || !view.tableByName.has(it.targetTable);
    return other.target === end.source && judgeLink(view, other).kind !== 'none';
  });
}
