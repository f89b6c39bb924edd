import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('names that are in use, and one for two', () => {
  checkRule(
    'renamed-from',
    `
[{ "table_name": "users", "renamed_from": "users" },
                                          ^^^^^^^ BB217 warning: "users" is still in use; remove "renamed_from"
 { "table_name": "posts", "renamed_from": "users" },
                                          ^^^^^^^ BB217 warning: "users" is still in use; remove "renamed_from"
 { "table_name": "a", "renamed_from": "old", "columns": [
                                      ~~~~~ the other one
   { "name": "x", "renamed_from": "y" },
                                  ^^^ BB217 warning: "y" is still in use; remove "renamed_from"
   { "name": "y", "renamed_from": "z" }] },
 { "table_name": "b", "renamed_from": "old" }]
                                      ^^^^^ BB217 warning: another one was renamed from "old", too; keep one of them
`,
  );
});

test('another namespace is another name', () => {
  checkRule(
    'renamed-from',
    `
[{ "table_name": "users", "namespace": "crm", "renamed_from": "users" },
 { "table_name": "people", "renamed_from": "crm.users" }]
                                           ^^^^^^^^^^^ BB217 warning: "crm.users" is still in use; remove "renamed_from"
`,
  );
});
