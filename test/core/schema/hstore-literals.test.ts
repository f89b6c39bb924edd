import { expect, test } from 'vitest';
import { hstoreText, readHstore } from '../../../src/core/schema/hstore-literals.ts';

const CASES: readonly (readonly [text: string, value: unknown])[] = [
  ['', {}],
  [' a=>1,b => NULL ', { a: '1', b: null }],
  ['"x, y=>\\"z\\\\"=>"null"', { 'x, y=>"z\\': 'null' }],
  ['{"a": "1", "b": null}', { a: '1', b: null }],
  ['{"a"', undefined],
  ['a', undefined],
  ['a=>1,', undefined],
  ['a=>1 b=>2', undefined],
];

test.each(CASES)('the map %s', (text, value) => {
  expect(readHstore(text)).toEqual(value);
});

test('a map is read as it was written', () => {
  const map = { a: '1', 'k"': null, 'b\\': "it's", '': 'x, y=>z' };
  expect(hstoreText(map)).toBe('"a"=>"1", "k\\""=>NULL, "b\\\\"=>"it\'s", ""=>"x, y=>z"');
  expect(readHstore(hstoreText(map))).toEqual(map);
});
