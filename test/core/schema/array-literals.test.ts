import { expect, test } from 'vitest';
import { readArraySql } from '../../../src/core/schema/array-literals.ts';
import { viewSchema } from '../../../src/core/schema/view.ts';

function read(type: string, sql: string): unknown {
  const column = { name: 'b', type: 'Array', items: { type } };
  const [view] = viewSchema({ schema: [{ table_name: 'a', columns: [column] }] }).tables[0]?.columns ?? [];
  if (view === undefined) throw new Error('there is a column');
  return readArraySql(sql, view);
}

const CASES: readonly (readonly [type: string, sql: string, value: unknown])[] = [
  ['Text', "'{}'", []],
  ['Text', " ('{}'::text[]) ", []],
  ['Text', '\'{ a , "b, c","", "null","q\\\\\\"" }\'', ['a', 'b, c', '', 'null', 'q\\"']],
  ['Text', "'{it''s}'::character varying(20)[]", ["it's"]],
  ['Text', '\'["a",["b"]]\'', ['a', ['b']]],
  ['Text', "ARRAY['a', 'b''c'::text]::text[]", ['a', "b'c"]],
  ['Integer', '{1}', undefined],
  [
    'Integer',
    "'{{1,-2},{3,4}}'",
    [
      [1, -2],
      [3, 4],
    ],
  ],
  ['Integer', 'ARRAY[ARRAY[1], ARRAY[2]]', [[1], [2]]],
  ['Integer', "'{a}'", undefined],
  ['Numeric', 'ARRAY[]::numeric(10, 2)[]', []],
  ['Numeric', "'{1.50}'", ['1.50']],
  ['Boolean', "'{t,FALSE}'", [true, false]],
  ['LargeBinary', '\'{"\\\\x00ff"}\'', ['AP8=']],
  ['JSONB', '\'{"{\\"a\\": 1}"}\'', [{ a: 1 }]],
  ['Interval', "'{1 day}'", undefined],
  ...["'{a'", "'{a}}'", "'{a,}'", "'{a}{b}'", "'{,a}'", "'{NULL}'", "'a'", 'now()', "'[1'", 'ARRAY[a]'].map(
    (sql) => ['Text', sql, undefined] as const,
  ),
];

test.each(CASES)('an array of %s in %s', (type, sql, value) => {
  expect(read(type, sql)).toEqual(value);
});
