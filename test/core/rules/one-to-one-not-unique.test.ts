import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('once for the pair', () => {
  checkRule(
    'one-to-one-not-unique',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [{ "type": "one_to_one", "target_table": "profiles" }] },
 { "table_name": "profiles", "columns": [{ "name": "user_id", "type": "ForeignKey", "target": "users.id" }],
                                                   ~~~~~~~~~ the foreign key
   "relationships": [{ "type": "one_to_one", "target_table": "users" }] }]
                               ^^^^^^^^^^^^ BB511 warning: "profiles.user" is one-to-one, so "profiles.user_id" gets a unique constraint; write "unique": true there
`,
  );
});

test('a unique key', () => {
  checkRule(
    'one-to-one-not-unique',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }] },
 { "table_name": "profiles", "columns": [{ "name": "user_id", "type": "ForeignKey", "target": "users.id", "unique": true }],
   "relationships": [{ "type": "one_to_one", "target_table": "users" }] }]
`,
  );
});
