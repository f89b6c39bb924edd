import { dialectOf } from '../schema/dialects.ts';
import { columnLabel, keyAt } from './place.ts';
import type { Rule } from './rule.ts';
import { isLob } from './stored-size.ts';
import { typedColumns } from './typed-columns.ts';

/** BB311: a literal default of a long text, bytes or JSON. */
export const lobDefault: Rule = {
  code: 'BB311',
  name: 'lob-default',
  severity: 'warning',
  summary:
    'A column that is kept as TEXT, BLOB or JSON has a literal default, which MySQL takes for no such column: the backend sets it, and rows that others insert do not get it.',
  check: (view) =>
    dialectOf(view).literalDefaultsOfLobs
      ? []
      : typedColumns(view)
          .filter(
            ({ column, typed }) =>
              column.raw.default !== undefined && column.raw.default !== null && isLob(view, typed),
          )
          .map(({ column, typed }) => ({
            ...keyAt(column, 'default'),
            message: `${columnLabel(column)} of the type ${typed.type ?? ''} has a default that ${dialectOf(view).label} cannot keep; the backend sets it, other clients of the database do not`,
          })),
};
