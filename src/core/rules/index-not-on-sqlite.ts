import { isExclusion, partsWithElements, whyNotOnSqlite } from '../schema/index-elements.ts';
import type { Part, TableView } from '../schema/view.ts';
import { keyAt, tableLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB444: an index or exclusion that SQLite, standing in for PostgreSQL, does not have. */
export const indexNotOnSqlite: Rule = {
  code: 'BB444',
  name: 'index-not-on-sqlite',
  severity: 'information',
  summary:
    'An index or exclusion of a PostgreSQL project is left out on SQLite, where the project runs for the first time and its tests may: SQLite has B-trees alone, does not place NULLs, and an expression with more than columns, literals, operators, and the functions abs, coalesce, length, lower, trim and upper need not be valid there.',
  check: (view) =>
    view.dbType === 'postgresql'
      ? view.tables.flatMap((table) => partsWithElements(table).flatMap((it) => leftOut(table, it)))
      : [],
};

function leftOut(table: TableView, part: Part): readonly RuleFinding[] {
  const why = whyNotOnSqlite(part);
  if (why === undefined) return [];
  const [what, place] = isExclusion(part)
    ? ['exclusion', valueAt(part, 'type')]
    : ['index', keyAt(part, 'columns')];
  const refuses = part.raw.unique === true || what === 'exclusion';
  const after = refuses ? ', so rows that it refuses on PostgreSQL are taken there' : '';
  const message = `SQLite goes without this ${what} of ${tableLabel(table)}, because ${REASONS[why]}${after}`;
  return [{ ...place, message }];
}

const REASONS = {
  exclusion: 'it has none',
  method: 'it has no indexes of this method',
  order: 'it neither places NULLs nor has operator classes',
  sql: 'its SQL is more than BackBone reads',
};
