import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('deletes what the database keeps', () => {
  checkRule(
    'cascade-mismatch',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [{ "type": "one_to_many", "target_table": "posts", "cascade": "all" }] },
                                                                                  ^^^^^ BB516 information: SQLAlchemy deletes the rows of "users.posts" with their parent, but "posts.user_id" has no "on_delete"; write "on_delete": "CASCADE" there
 { "table_name": "posts", "columns": [{ "name": "user_id", "type": "ForeignKey", "target": "users.id" }],
                                                ~~~~~~~~~ the foreign key
   "relationships": [{ "type": "many_to_one", "target_table": "users" }] }]
`,
  );
});

test('deletes what the database sets to NULL', () => {
  checkRule(
    'cascade-mismatch',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [{ "type": "one_to_many", "target_table": "posts", "cascade": "all, delete-orphan" }] },
                                                                                  ^^^^^^^^^^^^^^^^^^^^ BB516 information: SQLAlchemy deletes the rows of "users.posts" with their parent, but "on_delete" of "posts.user_id" is "SET NULL"; write "on_delete": "CASCADE" there
 { "table_name": "posts", "columns": [{ "name": "user_id", "type": "ForeignKey", "target": "users.id", "on_delete": "SET NULL" }],
                                                ~~~~~~~~~ the foreign key
   "relationships": [{ "type": "many_to_one", "target_table": "users" }] }]
`,
  );
});

test('keeps what the database deletes', () => {
  checkRule(
    'cascade-mismatch',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [{ "type": "one_to_many", "target_table": "posts", "cascade": "none" }] },
                                                                                  ^^^^^^ BB516 information: "on_delete" of "posts.user_id" deletes the rows of "users.posts" whatever "cascade" says; write "RESTRICT" there, or remove "cascade"
 { "table_name": "posts", "columns": [{ "name": "user_id", "type": "ForeignKey", "target": "users.id", "on_delete": "CASCADE" }],
                                                ~~~~~~~~~ the foreign key
   "relationships": [{ "type": "many_to_one", "target_table": "users" }] }]
`,
  );
});

test('agreement, and nothing written', () => {
  checkRule(
    'cascade-mismatch',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [{ "type": "one_to_many", "target_table": "posts", "cascade": "all" }] },
 { "table_name": "posts", "columns": [{ "name": "user_id", "type": "ForeignKey", "target": "users.id", "on_delete": "CASCADE" }],
   "relationships": [{ "type": "many_to_one", "target_table": "users" }] }]
`,
  );
});

test('the side of the child decides nothing', () => {
  checkRule(
    'cascade-mismatch',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }] },
 { "table_name": "posts", "columns": [{ "name": "user_id", "type": "ForeignKey", "target": "users.id" }],
   "relationships": [{ "type": "many_to_one", "target_table": "users", "cascade": "all" }] }]
`,
  );
});
