import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('the second of two tables', () => {
  checkRule(
    'duplicate-table',
    `
[{ "table_name": "users" },
                 ~~~~~~~ "users" is declared here first
 { "table_name": "posts" },
 { "table_name": "users" }]
                 ^^^^^^^ BB201 error: the table "users" is declared twice; rename or remove one
`,
  );
});

test('the same name in another namespace', () => {
  checkRule(
    'duplicate-table',
    `
[{ "table_name": "users" },
 { "table_name": "users", "namespace": "crm" }]
`,
  );
});
