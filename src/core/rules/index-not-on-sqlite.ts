import { whyNotOnSqlite } from '../schema/index-elements.ts';
import { keyAt, tableLabel } from './place.ts';
import type { Rule } from './rule.ts';

/** BB444: an index that SQLite, standing in for PostgreSQL, does not have. */
export const indexNotOnSqlite: Rule = {
  code: 'BB444',
  name: 'index-not-on-sqlite',
  severity: 'information',
  summary:
    'An index of a PostgreSQL project is left out on SQLite, where the project runs for the first time and its tests may: SQLite has B-trees alone, does not place NULLs, and an expression with more than columns, literals, operators, and the functions abs, coalesce, length, lower, trim and upper need not be valid there.',
  check: (view) =>
    view.dbType === 'postgresql'
      ? view.tables.flatMap((table) =>
          table.indexes.flatMap((index) => {
            const why = whyNotOnSqlite(index);
            if (why === undefined) return [];
            const unique =
              index.raw.unique === true ? ', so rows that it refuses on PostgreSQL are taken there' : '';
            const message = `SQLite goes without this index of ${tableLabel(table)}, because ${REASONS[why]}${unique}`;
            return [{ ...keyAt(index, 'columns'), message }];
          }),
        )
      : [],
};

const REASONS = {
  method: 'it has no indexes of this method',
  order: 'it neither places NULLs nor has operator classes',
  sql: 'its SQL is more than BackBone reads',
};
