import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('a table without a primary key', () => {
  checkRule(
    'missing-primary-key',
    `
[{ "table_name": "logs", "columns": [{ "name": "message", "type": "Text", "unique": true }] }]
                 ^^^^^^ BB401 warning: "logs" has no primary key, so its rows can only be listed; set "primary_key" on a column
`,
  );
});

test('a key by constraint and a table without columns are not reported', () => {
  checkRule(
    'missing-primary-key',
    `
[{ "table_name": "a", "columns": [{ "name": "x" }], "constraints": [{ "type": "primary_key", "columns": ["x"] }] },
 { "table_name": "b", "columns": [{ "primary_key": true }] },
 { "table_name": "c", "columns": [] },
 { "table_name": "d" }]
`,
  );
});
