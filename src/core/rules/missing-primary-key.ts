import { isKeyless, isView } from '../schema/read-only.ts';
import { tableLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB401: a table whose rows cannot be told apart. */
export const missingPrimaryKey: Rule = {
  code: 'BB401',
  name: 'missing-primary-key',
  severity: 'warning',
  summary: 'A table has no primary key: its rows can be listed, but not read one by one, made or changed.',
  check: (view) =>
    view.tables
      .filter((it) => it.name !== undefined && it.columns.length > 0 && isKeyless(it) && !isView(it))
      .map((it) => ({
        ...valueAt(it, 'table_name'),
        message: `${tableLabel(it)} has no primary key, so its rows can only be listed; set "primary_key" on a column`,
      })),
};
