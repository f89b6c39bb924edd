import type { ColumnView, SchemaView } from '../schema/view.ts';
import { columnLabel, quoteAll, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB423: foreign keys that take their types from each other, so that none has one. */
export const fkTypeCircle: Rule = {
  code: 'BB423',
  name: 'fk-type-circle',
  severity: 'error',
  summary:
    'Columns of the type `ForeignKey` reference each other in a circle, so that none of them has a type.',
  check: (view) => {
    const reported = new Set<ColumnView>();
    return view.tables
      .flatMap((it) => it.columns)
      .flatMap((it) => {
        const circle = reported.has(it) ? [] : circleFrom(view, it);
        for (const column of circle) reported.add(column);
        if (circle.length === 0) return [];
        const names = quoteAll(circle.map((column) => `${column.table ?? '?'}.${column.name ?? '?'}`));
        const message =
          circle.length === 1
            ? `${columnLabel(it)} references itself; give it a type of its own`
            : `${names} take their types from each other; give one of them a type of its own`;
        return [{ ...valueAt(it, 'target'), message, related: circle.slice(1).map(placeOf) }];
      });
  },
};

const placeOf = (it: ColumnView) => ({ at: [...it.at, 'target'], message: 'a part of the circle' });

/** The columns of a circle that starts and ends at one column. */
function circleFrom(view: SchemaView, start: ColumnView): readonly ColumnView[] {
  const path: ColumnView[] = [];
  let at: ColumnView | undefined = start;
  while (at?.type === 'ForeignKey' && at.target !== undefined && !path.includes(at)) {
    path.push(at);
    at = view.tableByName.get(at.target.table)?.columnByName.get(at.target.column);
  }
  return at === start && path.length > 0 ? path : [];
}
