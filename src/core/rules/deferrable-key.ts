import { dialectOf } from '../schema/dialects.ts';
import { keyAt } from './place.ts';
import { keyLabel } from './references.ts';
import type { Rule } from './rule.ts';

/** BB424: a key that is checked later than its database can. */
export const deferrableKey: Rule = {
  code: 'BB424',
  name: 'deferrable-key',
  severity: 'error',
  summary: 'A foreign key is `deferrable`, but MySQL and SQL Server check every key at once.',
  check: (view) => {
    const { deferrableKeys, label } = dialectOf(view);
    if (deferrableKeys) return [];
    return view.tables.flatMap((table) =>
      table.foreignKeys
        .filter((it) => it.raw.deferrable !== undefined)
        .map((it) => ({
          ...keyAt(it, 'deferrable'),
          message: `${label} has no deferrable keys, as ${keyLabel(table, it)} would be; remove "deferrable"`,
        })),
    );
  },
};
