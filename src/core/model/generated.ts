import { isObject } from '../document/json.ts';
import { kindOfType } from '../schema/column-types.ts';
import { resolvedColumn } from '../schema/pairing.ts';
import { readSql } from '../schema/sql-expression.ts';
import { columnsIn, portableSql } from '../schema/sql-tokens.ts';
import type { ColumnKind } from '../schema/tsql.ts';
import { type ColumnView, type SchemaView, type TableView, text } from '../schema/view.ts';
import { serverOf } from './checks.ts';
import type { Generated } from './column-values.ts';
import { ownSql } from './conditions.ts';

/** What the database computes a column from; undefined for columns that are written. */
export function buildGenerated(
  { raw }: ColumnView,
  table: TableView,
  view: SchemaView,
): Generated | undefined {
  const written = isObject(raw.generated) ? text(raw.generated.expression) : undefined;
  if (!isObject(raw.generated) || written === undefined) return undefined;
  const names = [...table.columnByName.keys()];
  const sql = portableSql(written, names);
  const expression = readSql(sql);
  const kindOf = (name: string): ColumnKind => {
    const type = resolvedColumn(view, table.columnByName.get(name))?.type;
    return type === 'Char' ? 'char' : (kindOfType(type) ?? 'native');
  };
  return {
    sql,
    onServer: ownSql(view, expression, { kindOf, as: 'value' }),
    stored: raw.generated.stored !== false,
    columns: columnsIn(sql, names),
    expression,
    onlyOn: expression === undefined ? serverOf(view) : undefined,
  };
}
