import { didYouMean } from '../shared/nearest.ts';
import { quote, tableLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB501: a relationship to a table that no one declares. */
export const relUnknownTable: Rule = {
  code: 'BB501',
  name: 'rel-unknown-table',
  severity: 'error',
  summary: 'A relationship leads to a table that the schema does not have.',
  check: (view) =>
    view.tables.flatMap((table) =>
      table.relationships.flatMap((it) => {
        if (it.targetTable === undefined || view.tableByName.has(it.targetTable)) return [];
        const hint = didYouMean(it.targetTable, view.tableByName.keys());
        const message = `a relationship of ${tableLabel(table)} leads to the table ${quote(it.targetTable)}, which does not exist${hint}`;
        return [{ ...valueAt(it, 'target_table'), message }];
      }),
    ),
};
