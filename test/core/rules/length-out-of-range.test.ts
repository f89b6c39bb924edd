import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('below 1 and above the limit of PostgreSQL', () => {
  checkRule(
    'length-out-of-range',
    `
[{ "table_name": "a", "columns": [
  { "name": "b", "type": "String", "length": 0 },
                                             ^ BB303 error: the length of "a.b" must be from 1 to 10485760; use "Text" for more
  { "name": "c", "type": "String", "length": 10485761 },
                                             ^^^^^^^^ BB303 error: the length of "a.c" must be from 1 to 10485760; use "Text" for more
  { "name": "d", "type": "String", "length": 10485760 },
  { "name": "e", "type": "Integer", "length": 0 }] }]
`,
  );
});

test('SQLite has no upper limit', () => {
  checkRule(
    'length-out-of-range',
    `
{ "db_type": "sqlite", "schema": [{ "table_name": "a", "columns": [
  { "name": "b", "type": "String", "length": -1 },
                                             ^^ BB303 error: the length of "a.b" must be at least 1
  { "name": "c", "type": "String", "length": 10485761 }] }] }
`,
  );
});
