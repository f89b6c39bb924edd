import { didYouMean } from '../shared/nearest.ts';
import { quote } from './place.ts';
import { keyLabel, placeOfTarget } from './references.ts';
import type { Rule } from './rule.ts';

/** BB411: a foreign key to a table that no one declares. */
export const fkUnknownTable: Rule = {
  code: 'BB411',
  name: 'fk-unknown-table',
  severity: 'error',
  summary: 'A foreign key references a table that the schema does not have.',
  check: (view) =>
    view.tables.flatMap((table) =>
      table.foreignKeys
        .filter((it) => !view.tableByName.has(it.targetTable))
        .map((it) => {
          const hint = didYouMean(it.targetTable, view.tableByName.keys());
          const message = `${keyLabel(table, it)} references the table ${quote(it.targetTable)}, which does not exist${hint}`;
          return { ...placeOfTarget(it), message };
        }),
    ),
};
