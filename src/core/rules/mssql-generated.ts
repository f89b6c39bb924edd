import { isObject } from '../document/json.ts';
import { columnsIn } from '../schema/sql-tokens.ts';
import { type ColumnView, type TableView, text } from '../schema/view.ts';
import { indexKeys } from './index-keys.ts';
import { isForeignKeyColumn, isRequired } from './nullability.ts';
import { columnLabel, columnNames, valueAt } from './place.ts';
import type { RuleFinding } from './rule.ts';

/** What SQL Server refuses of a generated column beside what every database does. */
export function generatedOnMssql(table: TableView, column: ColumnView): readonly RuleFinding[] {
  const { generated } = column.raw;
  const isVirtual = isObject(generated) && generated.stored === false;
  const label = columnLabel(column);
  const messages = [
    isVirtual && isRequired(table, column)
      ? `SQL Server can only require ${label} when it is stored; remove "stored", or allow NULL`
      : '',
    isVirtual && (isInCheck(table, column) || isForeignKeyColumn(table, column))
      ? `a check or foreign key over ${label} needs it stored on SQL Server; remove "stored"`
      : '',
    !isRequired(table, column) && isInUnique(table, column)
      ? `SQL Server takes two rows without a value in ${label} for equal, and cannot leave them out of a unique, because it is generated; set "nullable": false`
      : '',
  ];
  return messages.filter((it) => it !== '').map((message) => ({ ...valueAt(column, 'name'), message }));
}

const isInCheck = (table: TableView, { name = '' }: ColumnView): boolean =>
  table.constraints
    .filter((it) => it.raw.type === 'check')
    .some((it) => columnsIn(text(it.raw.expression) ?? '', columnNames(table)).includes(name));

function isInUnique(table: TableView, column: ColumnView): boolean {
  const unique = indexKeys(table).filter((it) => it.what === 'a unique');
  const indexes = table.indexes.filter((it) => it.raw.unique === true && it.raw.nulls_not_distinct !== true);
  return (
    unique.some((it) => it.columns.some((part) => part.column === column)) ||
    indexKeys({ ...table, columns: [], constraints: [], primaryKey: [], indexes }).some((it) =>
      it.columns.some((part) => part.column === column),
    )
  );
}
