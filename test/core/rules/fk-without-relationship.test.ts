import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('a key alone', () => {
  checkRule(
    'fk-without-relationship',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }] },
 { "table_name": "posts", "columns": [{ "name": "id", "primary_key": true },
   { "name": "user_id", "type": "ForeignKey", "target": "users.id" }, { "name": "a" }, { "name": "b" }],
             ^^^^^^^^^ BB517 hint: no relationship follows "posts.user_id"; "many_to_one" in "posts" or "one_to_many" in "users" would
   "constraints": [{ "type": "foreign_key", "columns": ["a", "b"], "target_table": "users", "target_columns": ["x", "y"] }] }]
                                            ^^^^^^^^^ BB517 hint: no relationship follows "posts (a, b)"; "many_to_one" in "posts" or "one_to_many" in "users" would
`,
  );
});

test('keys of a relationship, of an association table, and of tables without a class', () => {
  checkRule(
    'fk-without-relationship',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [{ "type": "one_to_many", "target_table": "posts" },
                     { "type": "many_to_many", "target_table": "posts", "name": "liked", "secondary": "likes" }] },
 { "table_name": "posts", "columns": [{ "name": "id", "primary_key": true }, { "name": "user_id", "type": "ForeignKey", "target": "users.id" }] },
 { "table_name": "likes", "columns": [{ "name": "user_id", "type": "ForeignKey", "target": "users.id", "primary_key": true },
                                      { "name": "post_id", "type": "ForeignKey", "target": "posts.id", "primary_key": true }] },
 { "table_name": "logs", "columns": [{ "name": "user_id", "type": "ForeignKey", "target": "users.id" }] }]
`,
  );
});
