import { readSql } from '../schema/sql-expression.ts';
import { columnsIn, portableSql } from '../schema/sql-tokens.ts';
import type { Column, Condition } from './model.ts';
import { pick } from './table-draft.ts';

/** SQL of the author over the columns of a table, as every database takes it. */
export function conditionOf(written: string, columns: readonly Column[]): Condition {
  const names = columns.map((it) => it.name);
  const sql = portableSql(written, names);
  return { sql, columns: pick(columns, columnsIn(sql, names)), expression: readSql(sql) };
}
