import { expect, test } from 'vitest';
import { rowTooWide } from '../../../src/core/rules/row-too-wide.ts';
import { viewSchema } from '../../../src/core/schema/view.ts';
import { checkRule } from '../../support/check-rule.ts';

/** What the rule says of a table with a numbered key and so many columns of one kind. */
function messages(count: number, column: object, options = {}): readonly string[] {
  const columns = [
    { name: 'id', type: 'Integer', primary_key: true },
    ...Array.from({ length: count }, (_, i) => ({ name: `c${i}`, ...column })),
  ];
  const raw = { db_type: 'mysql', schema: [{ table_name: 'a', columns, options }] };
  return rowTooWide.check(viewSchema(raw)).map((it) => it.message);
}

/** The most columns of each kind that MariaDB 10.11 takes beside such a key: found by trying. */
test.each([
  [32, { type: 'String', length: 63 }],
  [253, { type: 'String', length: 64 }],
  [64, { type: 'String', length: 255 }],
  [0, { type: 'String', length: 16_383 }],
  [1, { type: 'String', length: 16_000 }],
  [197, { type: 'Char', length: 10 }],
  [32, { type: 'Char', length: 63 }],
  [255, { type: 'Char', length: 64 }],
  [64, { type: 'Char', length: 255 }],
  [383, { type: 'Text' }],
  [383, { type: 'LargeBinary' }],
  [997, { type: 'BigInteger' }],
  [997, { type: 'Double' }],
  [997, { type: 'DateTime' }],
  [268, { type: 'Numeric', precision: 65, scale: 30 }],
])('%d columns of %j are as many as there is room for', (count, column) => {
  expect(messages(count, column)).toEqual([]);
  expect(messages(count + 1, column)).toHaveLength(1);
});

test('columns of options count', () => {
  const column = { type: 'BigInteger' };
  expect(messages(994, column, { use_timestamps: true })).toEqual([]);
  expect(messages(996, column, { use_timestamps: true })).toHaveLength(1);
});

test('the table is named', () => {
  checkRule(
    'row-too-wide',
    `
{ "db_type": "mysql", "schema": [{ "table_name": "a", "columns": [
                                                 ^^^ BB327 error: the columns of "a" can take 80017 bytes together, but MySQL allows 65535; lower "length", or use "Text"
   { "name": "b", "type": "String", "length": 10000 }, { "name": "c", "type": "String", "length": 10000, "nullable": false },
   { "name": "d", "type": "JSON" }] }] }
`,
  );
});

test('other databases refuse the row, not the table', () => {
  checkRule(
    'row-too-wide',
    `
[{ "table_name": "a", "columns": [
   { "name": "b", "type": "String", "length": 10000 }, { "name": "c", "type": "String", "length": 10000 }] }]
`,
  );
});
