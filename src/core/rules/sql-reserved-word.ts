import { columnLabel, tableLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** Words that PostgreSQL reserves, and those that SQLite does not take as a plain name. */
const RESERVED = new Set(
  (
    'all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation ' +
    'column concurrently constraint create cross current_catalog current_date current_role current_schema ' +
    'current_time current_timestamp current_user default deferrable desc distinct do else end except false fetch for ' +
    'foreign freeze from full grant group having ilike in initially inner intersect into is isnull join lateral ' +
    'leading left like limit localtime localtimestamp natural not notnull null offset on only or order outer ' +
    'overlaps placing primary references returning right select session_user similar some symmetric system_user ' +
    'table tablesample then to trailing true union unique user using variadic verbose when where window with ' +
    'add alter autoincrement between commit delete drop escape exists index insert set transaction update values'
  ).split(' '),
);

/** BB208: a word that raw SQL has to quote. */
export const sqlReservedWord: Rule = {
  code: 'BB208',
  name: 'sql-reserved-word',
  severity: 'information',
  summary:
    'A table or column has the name of an SQL keyword: the backend quotes it, SQL by hand has to as well.',
  check: (view) =>
    view.tables.flatMap((table) => [
      ...(isReserved(table.name)
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

const isReserved = (name: string | undefined): boolean =>
  name !== undefined && RESERVED.has(name.toLowerCase());
