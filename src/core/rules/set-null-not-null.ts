import { requiredColumns } from './nullability.ts';
import { columnLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB416: a key that is to become NULL and may not. */
export const setNullNotNull: Rule = {
  code: 'BB416',
  name: 'set-null-not-null',
  severity: 'error',
  summary:
    'The action `SET NULL` on a column that is never NULL: deleting the referenced row would always fail.',
  check: (view) =>
    view.tables.flatMap((table) =>
      table.foreignKeys.flatMap((key) => {
        const [column] = requiredColumns(table, key);
        if (column === undefined) return [];
        return (['on_delete', 'on_update'] as const)
          .filter((action) => key.raw[action] === 'SET NULL')
          .map((action) => ({
            ...valueAt(key, action),
            message: `${columnLabel(column)} is never NULL, so "${action}" cannot be "SET NULL"; use "CASCADE" or "RESTRICT", or make it nullable`,
          }));
      }),
    ),
};
