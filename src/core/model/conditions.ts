import { readSql, type Sql } from '../schema/sql-expression.ts';
import { columnsIn, portableSql } from '../schema/sql-tokens.ts';
import { type ColumnKind, tsqlCondition, tsqlValue } from '../schema/tsql.ts';
import type { SchemaView } from '../schema/view.ts';
import type { ColumnType } from './column-type.ts';
import type { Column, Condition } from './model.ts';
import { pick } from './table-draft.ts';

type Context = { readonly columns: readonly Column[]; readonly view: SchemaView };

/** SQL of the author over the columns of a table, as every database takes it: a condition, or what has a value. */
export function conditionOf(
  written: string,
  { columns, view }: Context,
  as: 'condition' | 'value' = 'condition',
): Condition {
  const names = columns.map((it) => it.name);
  const sql = portableSql(written, names);
  const expression = readSql(sql);
  const kindOf = (name: string): ColumnKind => kindIn(columns.find((it) => it.name === name)?.type);
  return {
    sql,
    onServer: ownSql(view, expression, { kindOf, as }),
    columns: pick(columns, columnsIn(sql, names)),
    expression,
  };
}

function kindIn(type: ColumnType | undefined): ColumnKind {
  if (type?.kind === 'text' && type.form === 'char') return 'char';
  return type?.kind ?? 'native';
}

type Reading = {
  readonly kindOf: (name: string) => ColumnKind;
  readonly as: 'condition' | 'value';
};

/** An expression as the project's own database writes it, where that is not as the others do. */
export function ownSql(
  { dbType }: SchemaView,
  expression: Sql | undefined,
  { kindOf, as }: Reading,
): string | undefined {
  if (dbType !== 'mssql' || expression === undefined) return undefined;
  return as === 'condition' ? tsqlCondition(expression, kindOf) : tsqlValue(expression, kindOf);
}
