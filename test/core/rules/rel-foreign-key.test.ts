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

test('a list of columns', () => {
  checkRule(
    'rel-foreign-key',
    `
[{ "table_name": "users", "columns": [{ "name": "x", "primary_key": true }, { "name": "y", "primary_key": true }] },
 { "table_name": "posts", "columns": [{ "name": "a" }, { "name": "b" }, { "name": "c" }],
   "constraints": [{ "type": "foreign_key", "columns": ["a", "b"], "target_table": "users", "target_columns": ["x", "y"] }],
   "relationships": [
     { "type": "many_to_one", "target_table": "users", "name": "r", "foreign_key": ["b", "a"] },
     { "type": "many_to_one", "target_table": "users", "name": "s", "foreign_key": "a" },
                                                                                   ^^^ BB505 error: "a" is not a foreign key that joins "posts" and "users", as "posts.s" needs; "a, b" does
     { "type": "many_to_one", "target_table": "users", "name": "t", "foreign_key": ["a", "c"] },
                                                                    ^^^^^^^^^^^^^ BB505 error: "a, c" is not a foreign key that joins "posts" and "users", as "posts.t" needs; "a, b" does
     { "type": "many_to_one", "target_table": "users", "name": "u", "foreign_key": ["a", "d"] }] }]
                                                                    ^^^^^^^^^^^^^ BB505 error: there is no column "d" that joins "posts" and "users", as "posts.u" needs; "a, b" does
`,
  );
});
