import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('what pydantic or Python refuse', () => {
  checkRule(
    'invalid-pattern',
    `
[{ "table_name": "a", "columns": [
  { "name": "b", "type": "String", "pattern": "(?=a)b" },
                                              ^^^^^^^^ BB322 error: the pattern of "a.b" has look-around, which pydantic does not support
  { "name": "c", "type": "String", "pattern": "(a)\\\\1" },
                                              ^^^^^^^^ BB322 error: the pattern of "a.c" has a back-reference, which pydantic does not support
  { "name": "d", "type": "String", "pattern": "[a-z" },
                                              ^^^^^^ BB322 error: the pattern of "a.d" lacks a "]"
  { "name": "e", "type": "String", "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$" }] }]
`,
  );
});
