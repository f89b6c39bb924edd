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
    'A column that is kept as TEXT, BLOB or JSON has a literal default, which MySQL takes since 8.0.13 and MariaDB since 10.2 only.',
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
            message: `${columnLabel(column)} of the type ${typed.type ?? ''} has a default, which ${dialectOf(view).label} takes since 8.0.13 only`,
          })),
};
