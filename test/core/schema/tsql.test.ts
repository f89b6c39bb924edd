import { expect, test } from 'vitest';
import { readSql } from '../../../src/core/schema/sql-expression.ts';
import { type ColumnKind, tsqlCondition, tsqlValue } from '../../../src/core/schema/tsql.ts';

const KINDS: Readonly<Record<string, ColumnKind>> = {
  open: 'boolean',
  paid: 'boolean',
  code: 'char',
  name: 'text',
};
const kindOf = (name: string): ColumnKind => KINDS[name] ?? 'integer';

const read = (sql: string) => {
  const expression = readSql(sql);
  if (expression === undefined) throw new Error(`not read: ${sql}`);
  return expression;
};

test.each([
  'total >= 0 AND total < 10',
  "name = 'a' OR name IS NULL",
  'NOT (total IN (1, 2))',
  'total BETWEEN 1 AND 2',
  "name LIKE 'x%'",
  'coalesce(total, 0) % 3 <> 1',
])('%s is left as it is written', (sql) => {
  expect(tsqlCondition(read(sql), kindOf)).toBeUndefined();
});

test.each([
  ['open', '[open] = 1'],
  ['not open', '[open] = 0'],
  ['open or not paid', '([open] = 1) OR ([paid] = 0)'],
  ['open = true', '[open] = 1'],
  ['true', '1 = 1'],
  ['false', '1 = 0'],
  ['null', 'NULL = 1'],
  ['not (open and total > 1)', 'NOT (([open] = 1) AND ([total] > 1))'],
  ['open = (total > 1)', '[open] = (CASE WHEN [total] > 1 THEN 1 WHEN NOT ([total] > 1) THEN 0 END)'],
  ['(total > 1) IS NOT NULL', '(CASE WHEN [total] > 1 THEN 1 WHEN NOT ([total] > 1) THEN 0 END) IS NOT NULL'],
  ['length(name) > 2', 'DATALENGTH([name]) / 2 > 2'],
  ['length(code) > 2', 'LEN([code]) > 2'],
  ["name <> 'größe'", "[name] <> N'größe'"],
  ["name not in ('a', 'ж')", "[name] NOT IN ('a', N'ж')"],
  ["name not like '[a]''%'", "[name] NOT LIKE '[[]a]''%'"],
  ["name || 'x' = total || ''", "([name] + 'x') = (CAST([total] AS NVARCHAR(max)) + '')"],
  ['"a]b" + "order" = -1 and open', '(([a]]b] + [order]) = (0 - 1)) AND ([open] = 1)'],
  ['coalesce(open, false)', 'COALESCE([open], 0) = 1'],
])('the condition %s', (sql, expected) => {
  expect(tsqlCondition(read(sql), kindOf)).toBe(expected);
});

test.each([
  ['total + 1', undefined],
  ['lower(name)', undefined],
  ['total > 1', 'CASE WHEN [total] > 1 THEN 1 WHEN NOT ([total] > 1) THEN 0 END'],
  ['not open', 'CASE WHEN [open] = 0 THEN 1 WHEN NOT ([open] = 0) THEN 0 END'],
  ["lower(name) || '!'", "LOWER([name]) + '!'"],
  ['open', '[open]'],
])('the value %s', (sql, expected) => {
  expect(tsqlValue(read(sql), kindOf)).toBe(expected);
});
