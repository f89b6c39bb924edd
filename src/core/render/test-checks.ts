import type { ColumnType } from '../model/column-type.ts';
import type { Check, Column, Table } from '../model/model.ts';
import { isReference } from '../model/references.ts';
import { partsOfSql } from '../schema/sql-expression.ts';
import { breaks } from './checks/checked-samples.ts';
import { pythonString } from './literals.ts';
import { isPassword, longest } from './python/checks.ts';

/** For each check a value that the API takes and the check refuses, as a tuple of Python; not all checks have one. */
export const violations = (table: Table, sent: readonly Column[]): readonly string[] =>
  table.checks.flatMap((check) => violationOf(table, check, sent).slice(0, 1));

function violationOf(table: Table, check: Check, sent: readonly Column[]): readonly string[] {
  const columns = check.columns.filter((it) => sent.includes(it) && !isReference(it) && !isPassword(it));
  return columns.flatMap((column) =>
    acceptable(column, check)
      .filter((value) => breaks(table, check, [column, value]))
      .map(
        (value) =>
          `(${pythonString(column.name)}, ${typeof value === 'string' ? pythonString(value) : value})`,
      ),
  );
}

/** Values beside those that a check mentions, which the API accepts. */
function acceptable(column: Column, { expression }: Check): readonly (string | number)[] {
  const literals = (expression === undefined ? [] : partsOfSql(expression)).flatMap((it) =>
    it.kind === 'literal' && typeof it.value === 'number' ? [it.value] : [],
  );
  return column.type.kind === 'text' ? texts(column, literals) : numbers(column, literals);
}

function numbers({ type, checks }: Column, literals: readonly number[]): readonly number[] {
  const most = endOf(type);
  if (most === undefined) return [];
  const [low, high] = [checks.min ?? 1 - most, checks.max ?? most - 1];
  return literals
    .flatMap((it) => [Math.floor(it), Math.ceil(it), Math.ceil(it) - 1, Math.floor(it) + 1, -it - 1])
    .filter((it) => Number.isInteger(it) && it >= low && it <= high && Math.abs(it) < most);
}

/** The first whole number that a type cannot hold. */
function endOf(type: ColumnType): number | undefined {
  if (type.kind === 'integer') return 2 ** (type.bits - 1);
  return type.kind === 'decimal' && type.precision !== undefined
    ? 10 ** (type.precision - (type.scale ?? 0))
    : undefined;
}

function texts(column: Column, literals: readonly number[]): readonly string[] {
  const { pattern, format, minLength = 0 } = column.checks;
  if (pattern !== undefined || format !== undefined) return [];
  const max = longest(column) ?? 255;
  const lengths = literals.flatMap((it) => [it - 1, it + 1]).filter((it) => it >= 0 && it <= max);
  return ['x', 'zzzzzz', '', ...lengths.map((it) => 'x'.repeat(it))].filter(
    (it) => it.length >= minLength && it.length <= max,
  );
}
