import { isRequired } from './nullability.ts';
import { columnLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB417: a key that is to become its default and has none. */
export const setDefaultInvalid: Rule = {
  code: 'BB417',
  name: 'set-default-invalid',
  severity: 'error',
  summary: 'The action `SET DEFAULT` on a column without a default; a column that may be NULL becomes NULL.',
  check: (view) =>
    view.tables.flatMap((table) =>
      table.columns
        .filter((it) => it.target !== undefined && (it.raw.default ?? it.raw.server_default) === undefined)
        .flatMap((it) =>
          (['on_delete', 'on_update'] as const)
            .filter((action) => it.raw[action] === 'SET DEFAULT')
            .map((action) => ({
              ...valueAt(it, action),
              severity: isRequired(table, it) ? ('error' as const) : ('warning' as const),
              message: isRequired(table, it)
                ? `${columnLabel(it)} has no default that "${action}" could set; add "default" or use another action`
                : `${columnLabel(it)} has no default, so "${action}" sets it to NULL; write "SET NULL" or add "default"`,
            })),
        ),
    ),
};
