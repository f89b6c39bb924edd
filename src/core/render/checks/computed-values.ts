import type { ColumnType } from '../../model/column-type.ts';
import type { Column, Table } from '../../model/model.ts';
import { ROWS, sampledValue } from './checked-samples.ts';
import { evaluate, type Value } from './evaluate.ts';
import { delicateColumns } from './generated-columns.ts';

/** Whether the database is certain to take what it computes in rows that a factory makes. */
export const takesComputed = (table: Table): boolean =>
  delicateColumns(table).every((it) => ROWS.every((n) => fits(it, computedValue(it, table, n))));

/** How many rows are sure to have different values in a generated column. */
export function computedCount(column: Column, table: Table): number {
  const values = ROWS.map((n) => computedValue(column, table, n));
  if (values.includes(undefined)) return 1;
  const texts = values.map((it) => JSON.stringify(it));
  const repeated = texts.findIndex((it, i) => texts.indexOf(it) < i);
  return repeated < 0 ? Number.POSITIVE_INFINITY : repeated;
}

/** What the database computes in the `n`-th row; undefined where that cannot be told. */
function computedValue({ generated }: Column, table: Table, n: number): Value {
  if (generated?.expression === undefined) return undefined;
  return evaluate(generated.expression, (name) => {
    const column =
      table.columns.find((it) => it.name === name) ??
      table.columns.find((it) => it.name === name.toLowerCase());
    if (column === undefined) return undefined;
    return column.generated === undefined ? sampledValue(column, table, n) : computedValue(column, table, n);
  });
}

function fits({ type, nullable }: Column, value: Value): boolean {
  if (value === null) return nullable;
  if (typeof value === 'number') return isInRange(type, value);
  if (typeof value === 'string') return type.kind === 'text' && [...value].length <= (type.length ?? 255);
  return value !== undefined && (typeof value !== 'boolean' || type.kind === 'boolean');
}

function isInRange(type: ColumnType, value: number): boolean {
  if (type.kind === 'integer') return Number.isInteger(value) && Math.abs(value) < 2 ** (type.bits - 1);
  if (type.kind !== 'decimal') return type.kind === 'float';
  return type.precision === undefined || Math.abs(value) < 10 ** (type.precision - (type.scale ?? 0));
}
