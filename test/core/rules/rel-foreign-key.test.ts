import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('unknown, and no key', () => {
  checkRule(
    'rel-foreign-key',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [
     { "type": "one_to_many", "target_table": "posts", "foreign_key": "autor_id" },
                                                                      ^^^^^^^^^^ BB505 error: there is no column "autor_id" that joins "users" and "posts", as "users.posts" needs; did you mean "author_id"?
     { "type": "one_to_many", "target_table": "posts", "foreign_key": "id" },
                                                                      ^^^^ BB505 error: "id" is not a foreign key that joins "users" and "posts", as "users.posts" needs; "author_id" does
     { "type": "one_to_many", "target_table": "posts", "foreign_key": "author_id" }] },
 { "table_name": "posts", "columns": [
     { "name": "id", "primary_key": true },
     { "name": "author_id", "type": "ForeignKey", "target": "users.id" }],
   "relationships": [] }]
`,
  );
});

test('silent where the column itself is wrong', () => {
  checkRule(
    'rel-foreign-key',
    `
[{ "table_name": "users", "relationships": [{ "type": "one_to_many", "target_table": "posts", "foreign_key": "user_id" }] },
 { "table_name": "posts", "columns": [{ "name": "user_id", "type": "ForeignKey", "target": "user.id" }] }]
`,
  );
});
