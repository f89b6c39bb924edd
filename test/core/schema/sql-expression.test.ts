import { expect, test } from 'vitest';
import { evaluate, type Value } from '../../../src/core/render/checks/evaluate.ts';
import { readSql } from '../../../src/core/schema/sql-expression.ts';

/** The columns of the row that expressions are about. */
const ROW: Readonly<Record<string, Value>> = {
  n: 6,
  half: 0.5,
  t: 'Abc',
  no: null,
  yes: true,
  unknown: undefined,
  day: { moment: 'date', at: Date.parse('2026-05-01') / 86_400_000 },
  a: { row: 'x', column: 'k' },
  b: { row: 'y', column: 'k' },
};

const outcome = (sql: string): Value | 'not read' => {
  const read = readSql(sql);
  return read === undefined ? 'not read' : evaluate(read, (name) => ROW[name]);
};

test.each([
  ['n >= 6 and n < 7', true],
  ['1 + 2 * 3 - -1', 8],
  ['(1 + 2) * 3', 9],
  ['n / 3', 2],
  ['n / 4', undefined],
  ['n % 4 = 2', true],
  ['half * 2 = 1.0', true],
  ['not n = 6 or yes', true],
  ['not (n = 6 or yes)', false],
  ['n not between 1 and 5', true],
  ['n between 1 and no', null],
  ['n between 7 and no', false],
  ["t in ('x', 'Abc')", true],
  ["t not in ('x', no)", null],
  ["t in ('Abc', no)", true],
  ['no = 1', null],
  ['no = 1 or yes', true],
  ['no = 1 and n = 0', false],
  ['no is null and n is not null', true],
  ["t like 'A_c' and t not like 'b%'", true],
  ["t like 'a%'", undefined],
  ["length(t) = 3 and upper(t) = 'ABC' and lower(trim('  X ')) = 'x'", true],
  ['abs(0 - n)', 6],
  ['coalesce(no, n)', 6],
  ['coalesce(no, no)', null],
  ["t || 'd'", 'Abcd'],
  ["t > 'A'", undefined],
  ["day > '2026-04-30'", true],
  ["day <= '2026-04-30'", false],
  ['a <> b and a = a', true],
  ['a < b', undefined],
  ['unknown = 1', undefined],
  ['unknown = 1 and n = 0', false],
  ['unknown is null', undefined],
  ["\"n\" = 6 and 'it''s' <> 't'", true],
  ['n = 6 extra', 'not read'],
  ["t ~ '^A'", 'not read'],
  ['n::text', 'not read'],
  ['now() > day', 'not read'],
  ['n in ()', 'not read'],
  ['(n = 6', 'not read'],
  ['n not 6', 'not read'],
])('%s is %s', (sql, expected) => {
  expect(outcome(sql)).toEqual(expected);
});
