import { isColumnTypeName, keptAs } from '../schema/column-types.ts';
import { dialectOf } from '../schema/dialects.ts';
import type { ColumnView, SchemaView } from '../schema/view.ts';
import { columnLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB316: a type that the database lacks. */
export const typeUnsupported: Rule = {
  code: 'BB316',
  name: 'type-unsupported',
  severity: 'error',
  summary:
    'The database has no such type. A warning where another one is kept in its place: rows read and write alike, but the database neither checks the values nor sorts and indexes them as PostgreSQL would.',
  check: (view) => view.tables.flatMap((it) => it.columns).flatMap((it) => checkColumn(view, it)),
};

function checkColumn(view: SchemaView, column: ColumnView): readonly RuleFinding[] {
  const { type } = column;
  const kept = isColumnTypeName(type) ? keptAs(type, view.dbType ?? 'postgresql') : 'itself';
  if (kept === 'itself') return [];
  const lacks = `${dialectOf(view).label} has no type ${type ?? ''}`;
  const place = valueAt(column, 'type');
  return kept === undefined
    ? [{ ...place, message: `${lacks} and nothing in its place for ${columnLabel(column)}` }]
    : [
        {
          ...place,
          severity: 'warning',
          message: `${lacks}; ${columnLabel(column)} is kept as ${kept.instead}`,
        },
      ];
}
