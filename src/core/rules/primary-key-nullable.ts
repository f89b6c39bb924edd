import { isKeyColumn } from './nullability.ts';
import { columnLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB402: a column of the primary key that says it may be NULL. */
export const primaryKeyNullable: Rule = {
  code: 'BB402',
  name: 'primary-key-nullable',
  severity: 'error',
  summary: 'A column of the primary key says `"nullable": true`; a key is never NULL.',
  check: (view) =>
    view.tables.flatMap((table) =>
      table.columns
        .filter((it) => it.raw.nullable === true && isKeyColumn(table, it))
        .map((it) => ({
          ...valueAt(it, 'nullable'),
          message: `${columnLabel(it)} is part of the primary key and cannot be nullable; remove "nullable"`,
        })),
    ),
};
