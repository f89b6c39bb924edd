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

test('a constraint that cannot be read may be the key', () => {
  checkRule(
    'rel-no-fk',
    `
[{ "table_name": "users", "columns": [{ "name": "x" }] },
 { "table_name": "posts", "columns": [{ "name": "a" }, { "name": "b" }],
   "constraints": [{ "type": "foreign_key", "columns": ["a"], "target_table": "users" }],
   "relationships": [{ "type": "many_to_one", "target_table": "users" }] },
 { "table_name": "notes", "columns": [{ "name": "a" }],
   "relationships": [{ "type": "many_to_one", "target_table": "users" }] }]
                                                              ^^^^^^^ BB503 error: no foreign key joins "notes" and "users", as "notes.users" needs; add a column with a "target" to "notes"
`,
  );
});
