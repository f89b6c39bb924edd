import { didYouMean } from '../shared/nearest.ts';
import { columnLabel, quote, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB411: a foreign key to a table that no one declares. */
export const fkUnknownTable: Rule = {
  code: 'BB411',
  name: 'fk-unknown-table',
  severity: 'error',
  summary: 'A foreign key references a table that the schema does not have.',
  check: (view) =>
    view.tables
      .flatMap((it) => it.columns)
      .flatMap((it) => {
        if (it.target === undefined || view.tableByName.has(it.target.table)) return [];
        const hint = didYouMean(it.target.table, view.tableByName.keys());
        const message = `${columnLabel(it)} references the table ${quote(it.target.table)}, which does not exist${hint}`;
        return [{ ...valueAt(it, 'target'), message }];
      }),
};
