import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('the wrong way round', () => {
  checkRule(
    'rel-direction',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [
     { "type": "many_to_one", "target_table": "posts" }] },
               ^^^^^^^^^^^^^ BB508 error: "users.posts" must be "one_to_many", because "posts" holds the foreign key "posts.author_id"
 { "table_name": "posts", "columns": [
     { "name": "id", "primary_key": true },
     { "name": "author_id", "type": "ForeignKey", "target": "users.id" }],
               ~~~~~~~~~~~ the foreign key
               ~~~~~~~~~~~ the foreign key
   "relationships": [
     { "type": "one_to_many", "target_table": "users", "foreign_key": "author_id" }] }]
               ^^^^^^^^^^^^^ BB508 error: "posts.users" must be "many_to_one", because "posts" holds the foreign key "posts.author_id"
`,
  );
});

test('the right way round', () => {
  checkRule(
    'rel-direction',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [
     { "type": "one_to_many", "target_table": "posts", "foreign_key": "author_id" }] },
 { "table_name": "posts", "columns": [
     { "name": "id", "primary_key": true },
     { "name": "author_id", "type": "ForeignKey", "target": "users.id" }],
   "relationships": [
     { "type": "many_to_one", "target_table": "users" }] }]
`,
  );
});

test('a key of two columns', () => {
  checkRule(
    'rel-direction',
    `
[{ "table_name": "users", "columns": [{ "name": "x" }],
   "relationships": [{ "type": "many_to_one", "target_table": "posts" }] },
                               ^^^^^^^^^^^^^ BB508 error: "users.posts" must be "one_to_many", because "posts" holds the foreign key "posts (a, b)"
 { "table_name": "posts", "columns": [{ "name": "a" }, { "name": "b" }],
   "constraints": [{ "type": "foreign_key", "columns": ["a", "b"], "target_table": "users", "target_columns": ["x", "y"] }] }]
                                            ~~~~~~~~~ the foreign key
`,
  );
});
