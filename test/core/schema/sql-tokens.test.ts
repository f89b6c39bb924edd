import { expect, test } from 'vitest';
import { unquotedColumns } from '../../../src/core/schema/sql-tokens.ts';
import { isReservedIn } from '../../../src/core/schema/sql-words.ts';

const COLUMNS = ['limit', 'from', 'user', 'end', 'null', 'left', 'price', 'rank'];

const found = (sql: string, dbType: 'postgresql' | 'mysql' | 'sqlite' = 'postgresql'): readonly string[] =>
  unquotedColumns(sql, COLUMNS, (it) => isReservedIn(dbType, it));

test.each([
  ['limit > 5', ['limit']],
  ['price > 5 and LIMIT < 9', ['limit']],
  ['"limit" > 5', []],
  ["from is not null or user <> ''", ['from', 'user']],
  ['coalesce(price, from) in (limit, 1)', ['from', 'limit']],
  ["substring('abc' from 2) = 'b'", []],
  ['price is distinct from 3', []],
  ['case when price > 1 then 2 else 3 end > limit', ['limit']],
  ["left('abc', 2) = 'ab'", []],
  ['price is null and not null', []],
])('%s', (sql, names) => {
  expect(found(sql)).toEqual(names);
});

test('each database has words of its own, and those of SQLite', () => {
  const names = ['user', 'rank', 'limit'];
  const reserved = (dbType: 'postgresql' | 'mysql' | 'sqlite'): readonly string[] =>
    names.filter((it) => isReservedIn(dbType, it));
  expect(reserved('sqlite')).toEqual(['limit']);
  expect(reserved('postgresql')).toEqual(['user', 'limit']);
  expect(reserved('mysql')).toEqual(['rank', 'limit']);
});
