import { ownName } from '../schema/namespaces.ts';
import { isReservedWord } from '../schema/sql-words.ts';
import { columnLabel, tableLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB208: a word that raw SQL has to quote. */
export const sqlReservedWord: Rule = {
  code: 'BB208',
  name: 'sql-reserved-word',
  severity: 'information',
  summary:
    'A table or column has the name of an SQL keyword: the backend quotes it, SQL by hand has to as well.',
  check: (view) =>
    view.tables.flatMap((table) => [
      ...(isReserved(ownName(table.name ?? ''))
        ? [
            {
              ...valueAt(table, 'table_name'),
              message: `the table ${tableLabel(table)} is named like an SQL keyword and needs quotes in SQL by hand`,
            },
          ]
        : []),
      ...table.columns
        .filter((it) => isReserved(it.name))
        .map((it) => ({
          ...valueAt(it, 'name'),
          message: `the column ${columnLabel(it)} is named like an SQL keyword and needs quotes in SQL by hand`,
        })),
    ]),
};

const isReserved = (name: string | undefined): boolean => name !== undefined && isReservedWord(name);
