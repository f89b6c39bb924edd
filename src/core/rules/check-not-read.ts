import { readSql } from '../schema/sql-expression.ts';
import { sqlFault } from '../schema/sql-text.ts';
import { text } from '../schema/view.ts';
import { tableLabel, valueAt } from './place.ts';
import type { Rule } from './rule.ts';

/** BB433: a check that only the database understands. */
export const checkNotRead: Rule = {
  code: 'BB433',
  name: 'check-not-read',
  severity: 'information',
  summary:
    "A check has more than columns, literals, operators, and the functions abs, coalesce, length, lower, trim and upper. It is made on PostgreSQL alone when that is the project's database, and the generated tests make no rows of its table.",
  check: (view) =>
    view.tables.flatMap((table) =>
      table.constraints.flatMap((it) => {
        const sql = it.raw.type === 'check' ? text(it.raw.expression) : undefined;
        if (sql === undefined || sqlFault(sql) !== undefined || readSql(sql) !== undefined) return [];
        const where = view.dbType === 'postgresql' ? ' and SQLite gets no such check' : '';
        const message = `this check is more than BackBone reads, so the generated tests make no rows of ${tableLabel(table)}${where}`;
        return [{ ...valueAt(it, 'expression'), message }];
      }),
    ),
};
