import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('once for a pair of tables', () => {
  checkRule(
    'rel-no-fk',
    `
[{ "table_name": "users", "relationships": [{ "type": "one_to_many", "target_table": "posts" }] },
                                                                                     ^^^^^^^ BB503 error: no foreign key joins "users" and "posts", as "users.posts" needs; add a column with a "target" to "posts"
 { "table_name": "posts", "columns": [{ "name": "id" }], "relationships": [{ "type": "many_to_one", "target_table": "users" }] }]
`,
  );
});

test('in a table itself', () => {
  checkRule(
    'rel-no-fk',
    `
[{ "table_name": "users", "relationships": [{ "type": "many_to_one", "target_table": "users" }] }]
                                                                                     ^^^^^^^ BB503 error: no foreign key joins "users" to itself, as "users.users" needs; add a column with a "target"
`,
  );
});

test('silent where the key itself is wrong', () => {
  checkRule(
    'rel-no-fk',
    `
[{ "table_name": "users", "relationships": [{ "type": "one_to_many", "target_table": "posts" }] },
 { "table_name": "posts", "columns": [{ "name": "user_id", "type": "ForeignKey", "target": "user.id" }] },
 { "table_name": "tags", "columns": [{ "name": "post_id", "type": "ForeignKey" }],
   "relationships": [{ "type": "many_to_one", "target_table": "posts" }] }]
`,
  );
});
