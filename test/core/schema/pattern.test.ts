import { expect, test } from 'vitest';
import { patternFault } from '../../../src/core/schema/pattern.ts';

/** Accepted by pydantic 2.13 and by Python 3.11, tried with both. */
const SOUND = [
  '^[a-z0-9]+(?:-[a-z0-9]+)*$',
  '^\\+?[1-9]\\d{1,14}$',
  '^#(?:[0-9a-fA-F]{3}){1,2}$',
  '(?i)^[A-Z]{2}\\d{2}$',
  '(?P<year>\\d{4})-(?P<month>\\d{2})',
  '[]a-]',
  '[^]a]+?',
  '(?i:a)(?-i:b)',
  'a||b',
  '\\.\\-\\/\\ \\"\\x41\\u00e4',
  ']}',
  '[\\w.-]+@[\\w.-]+',
  '\\w{170}',
  '',
];

test.each(SOUND)('%j is taken by both engines', (pattern) => {
  expect(patternFault(pattern)).toBeUndefined();
});

/** Each is refused by at least one of the two engines, or means something else to them. */
const UNSOUND: readonly (readonly [string, string])[] = [
  ['a(?=b)', 'look-around'],
  ['a(?!b)', 'look-around'],
  ['(?<=a)b', 'look-around'],
  ['(?<!a)b', 'look-around'],
  ['(a)\\1', 'back-reference'],
  ['(?P<n>a)(?P=n)', 'back-reference'],
  ['(?<n>a)', 'without "P"'],
  ['(?>a)', 'kind of group'],
  ['(?#note)', 'kind of group'],
  ['a(?i)b', 'kind of group'],
  ['(?P<n>a)(?P<n>b)', 'names two groups'],
  ['(a', 'lacks a ")"'],
  ['a)', 'a ")" too many'],
  ['[a', 'lacks a "]"'],
  ['[z-a]', 'wrong way round'],
  ['[\\d-a]', 'no character'],
  ['[[:alpha:]]', 'in brackets'],
  ['[a&&b]', 'in brackets'],
  ['*a', 'nothing to repeat'],
  ['^*', 'a place instead of a character'],
  ['a**', 'two quantifiers'],
  ['a++', 'two quantifiers'],
  ['a{2,1}', 'wrong way round'],
  ['a{,2}', 'needs a backslash'],
  ['\\Z', 'the escape "\\Z"'],
  ['\\p{L}', 'the escape "\\p"'],
  ['\\<a', 'the escape "\\<"'],
  ['a\\', 'the escape'],
  ['\\w{300}', 'too large'],
  ['(?:\\w{15}){15}', 'too large'],
  ['('.repeat(20_000), 'too deeply'],
  ['a\0', 'no text has'],
];

test.each(UNSOUND)('%j: %s', (pattern, reason) => {
  expect(patternFault(pattern)).toContain(reason);
});
