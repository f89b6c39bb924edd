import { expect, test } from 'vitest';
import { sqlFault } from '../../../src/core/schema/sql-text.ts';

test.each([
  "'it''s; -- fine /* here */'",
  'lower("a;b")',
  "(now() at time zone 'utc')",
  'ARRAY[1, 2]',
  '1 + 2',
])('%s is one expression', (sql) => {
  expect(sqlFault(sql)).toBeUndefined();
});

test.each([
  ['1; drop table users', 'one expression'],
  ['1 -- one', 'comment'],
  ['1 /* one */', 'comment'],
  ["'open", 'without its other'],
  ['"open', 'without its other'],
  ["E'a\\'b'", 'without its other'],
  ['$$a$$', '$$'],
  ['(1', 'lacks a ")"'],
  ['1)', 'a ")" too many'],
  ['(1]', 'a "]" too many'],
  [' ', 'empty'],
  ['a\0b', 'character'],
])('%j: %s', (sql, reason) => {
  expect(sqlFault(sql)).toContain(reason);
});
