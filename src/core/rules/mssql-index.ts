import { isObject } from '../document/json.ts';
import { elementsOf } from '../schema/index-elements.ts';
import { readSql, type Sql } from '../schema/sql-expression.ts';
import { columnsIn } from '../schema/sql-tokens.ts';
import { type Part, type TableView, text, texts } from '../schema/view.ts';
import { columnNames, quote, repeated, valueAt } from './place.ts';
import type { RuleFinding } from './rule.ts';

/** What SQL Server refuses in an index beside what its dialect lacks. */
export const onMssql = (table: TableView, index: Part): readonly RuleFinding[] => [
  ...filter(table, index),
  ...twice(index),
];

/** The condition of an index is made of comparisons that must all hold, of a stored column with constants. */
function filter(table: TableView, index: Part): readonly RuleFinding[] {
  const where = text(index.raw.where);
  const read = where === undefined ? undefined : readSql(where);
  if (where === undefined || read === undefined) return [];
  const place = valueAt(index, 'where');
  if (!isFilter(read)) {
    const message =
      'SQL Server takes only comparisons of a column with constants here, joined by AND; without OR, NOT, LIKE, BETWEEN and functions';
    return [{ ...place, message }];
  }
  return columnsIn(where, columnNames(table))
    .filter((it) => isObject(table.columnByName.get(it)?.raw.generated))
    .slice(0, 1)
    .map((it) => ({
      ...place,
      message: `SQL Server takes no condition over ${quote(it)}, which is generated`,
    }));
}

const COMPARISONS: ReadonlySet<string> = new Set(['=', '<>', '!=', '<', '<=', '>', '>=']);

function isFilter(sql: Sql): boolean {
  if (sql.kind === 'binary' && sql.operator === 'and') return isFilter(sql.left) && isFilter(sql.right);
  if (sql.kind === 'binary')
    return COMPARISONS.has(sql.operator) && sql.left.kind === 'column' && isConstant(sql.right);
  if (sql.kind === 'in') return !sql.negated && sql.value.kind === 'column' && sql.list.every(isConstant);
  if (sql.kind === 'null') return sql.value.kind === 'column';
  return sql.kind === 'column' || (sql.kind === 'not' && sql.arg.kind === 'column');
}

const isConstant = (sql: Sql): boolean => sql.kind === 'literal' && sql.value !== null;

function twice(index: Part): readonly RuleFinding[] {
  const names = elementsOf(index).flatMap((it) => it.name ?? []);
  const included = texts(index.raw.include).filter((it) => names.includes(it.text));
  return [
    ...repeated(names, (it) => it).map(({ item: it }) => ({
      ...valueAt(index, 'columns'),
      message: `SQL Server takes ${quote(it)} once in an index`,
    })),
    ...included.map((it) => ({
      ...valueAt(index, 'include', it.index),
      message: `SQL Server takes ${quote(it.text)} once in an index; it is among "columns" already`,
    })),
  ];
}
