import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('absent, empty, twice and unusable', () => {
  checkRule(
    'enum-values',
    `
[{ "table_name": "a", "columns": [
  { "name": "b", "type": "Enum" },
                         ^^^^^^ BB306 error: the enum "a.b" needs "values"
  { "name": "c", "type": "Enum", "values": [] },
                                 ^^^^^^^^ BB306 error: the enum "a.c" needs "values"
  { "name": "d", "type": "Enum", "values": ["x", "y", "x"] },
                                                      ^^^ BB306 error: the value "x" of "a.d" is listed twice
  { "name": "e", "type": "Enum", "values": ["", "\\u0000", "v234567890123456789012345678901234567890123456789012345678901234"] },
                                            ^^ BB306 error: the value "" of "a.e" is empty; use a column that may be NULL instead
                                                ^^^^^^^^ BB306 error: the value "\\u0000" of "a.e" has a character that databases do not store
                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ BB306 error: the value "v234567890123456789012345678901234567890123456789012345678901234" of "a.e" is longer than 63 bytes, the most that PostgreSQL takes
  { "name": "f", "type": "Enum", "values": ["in progress", "done"] },
  { "name": "g", "type": "Enum", "enum": "shared" },
  { "name": "h", "type": "String", "values": [] }] }]
`,
  );
});
