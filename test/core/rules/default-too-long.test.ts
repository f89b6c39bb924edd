import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('characters, not bytes', () => {
  checkRule(
    'default-too-long',
    `
[{ "table_name": "a", "columns": [
  { "name": "b", "type": "String", "length": 3, "default": "abcd" },
                                                           ^^^^^^ BB310 error: the default of "a.b" has 4 characters; the column holds 3
  { "name": "c", "type": "String", "length": 2, "default": "\\ud83d\\ude00\\u00e4" },
  { "name": "d", "type": "Char", "default": "ab" },
                                            ^^^^ BB310 error: the default of "a.d" has 2 characters; the column holds 1
  { "name": "e", "type": "Text", "length": 1, "default": "ab" },
  { "name": "f", "type": "String", "default": "ab" }] }]
`,
  );
});
