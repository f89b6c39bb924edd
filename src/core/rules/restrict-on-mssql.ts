import { dialectOf } from '../schema/dialects.ts';
import { valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB418: an action that SQL Server does not know. */
export const restrictOnMssql: Rule = {
  code: 'BB418',
  name: 'restrict-on-mssql',
  severity: 'error',
  summary:
    'The action `RESTRICT` on SQL Server, which has only `NO ACTION`; that refuses the change just the same.',
  check: (view) => {
    if (dialectOf(view).referentialActions.has('RESTRICT')) return [];
    return view.tables
      .flatMap((it) => it.foreignKeys)
      .flatMap((key) =>
        (['on_delete', 'on_update'] as const)
          .filter((action) => key.raw[action] === 'RESTRICT')
          .map((action) => ({
            ...valueAt(key, action),
            message: `SQL Server has no "RESTRICT"; write "NO ACTION", which refuses the change, too`,
          })),
      );
  },
};
