import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('twice in one table, once in another', () => {
  checkRule(
    'duplicate-column',
    `
[{ "table_name": "users", "columns": [{ "name": "id" }, { "name": "email" }, { "name": "id" }] },
                                                                                       ^^^^ BB203 error: the column "users.id" is declared twice; rename or remove one
                                                ~~~~ "users.id" is declared here first
 { "table_name": "posts", "columns": [{ "name": "id" }] }]
`,
  );
});
