import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('tables and columns', () => {
  checkRule(
    'case-only-duplicate',
    `
[{ "table_name": "Users", "columns": [{ "name": "Id" }, { "name": "id" }] },
                 ~~~~~~~ the other name
                                                                  ^^^^ BB204 error: "Users.id" differs from "Users.Id" only in case, which SQLite does not tell apart; rename one
                                                ~~~~ the other name
 { "table_name": "users", "columns": [{ "name": "Id" }] }]
                 ^^^^^^^ BB204 error: "users" differs from "Users" only in case, which SQLite does not tell apart; rename one
`,
  );
});

test('the very same name is the business of another rule; other letters are told apart', () => {
  checkRule(
    'case-only-duplicate',
    `
[{ "table_name": "a", "columns": [{ "name": "x" }, { "name": "x" }, { "name": "\\u00e9" }, { "name": "\\u00c9" }] }]
`,
  );
});
