import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('several keys', () => {
  checkRule(
    'rel-ambiguous',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [
     { "type": "one_to_many", "target_table": "posts" }] },
                                              ^^^^^^^ BB504 error: "users.posts" could use any of the foreign keys "posts.author_id" and "posts.editor_id"; write "foreign_key" to choose one
 { "table_name": "posts", "columns": [
     { "name": "id", "primary_key": true },
     { "name": "author_id", "type": "ForeignKey", "target": "users.id" },
               ~~~~~~~~~~~ a candidate
     { "name": "editor_id", "type": "ForeignKey", "target": "users.id" }],
               ~~~~~~~~~~~ a candidate
   "relationships": [] }]
`,
  );
});

test('several keys of a pair, once', () => {
  checkRule(
    'rel-ambiguous',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [
     { "type": "one_to_many", "target_table": "posts", "name": "posts" }] },
                                              ^^^^^^^ BB504 error: "users.posts" could use any of the foreign keys "posts.author_id" and "posts.editor_id"; write "foreign_key" to choose one
 { "table_name": "posts", "columns": [
     { "name": "id", "primary_key": true },
     { "name": "author_id", "type": "ForeignKey", "target": "users.id" },
               ~~~~~~~~~~~ a candidate
     { "name": "editor_id", "type": "ForeignKey", "target": "users.id" }],
               ~~~~~~~~~~~ a candidate
   "relationships": [
     { "type": "many_to_one", "target_table": "users", "name": "author" }] }]
`,
  );
});

test('a key written on one end serves both', () => {
  checkRule(
    'rel-ambiguous',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [
     { "type": "one_to_many", "target_table": "posts" }] },
 { "table_name": "posts", "columns": [
     { "name": "id", "primary_key": true },
     { "name": "author_id", "type": "ForeignKey", "target": "users.id" },
     { "name": "editor_id", "type": "ForeignKey", "target": "users.id" }],
   "relationships": [
     { "type": "many_to_one", "target_table": "users", "foreign_key": "author_id" }] }]
`,
  );
});

test('several partners', () => {
  checkRule(
    'rel-ambiguous',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [
     { "type": "one_to_many", "target_table": "posts", "name": "drafts" },
                                              ~~~~~~~ a candidate
     { "type": "one_to_many", "target_table": "posts" }] },
                                              ~~~~~~~ a candidate
 { "table_name": "posts", "columns": [
     { "name": "id", "primary_key": true },
     { "name": "author_id", "type": "ForeignKey", "target": "users.id" }],
   "relationships": [
     { "type": "many_to_one", "target_table": "users" }] }]
                                              ^^^^^^^ BB504 error: 2 relationships of "users" could be the other end of "posts.author": "drafts", number 2; give them a "name" and write it as "back_populates"
`,
  );
});

test('a partner chosen by name', () => {
  checkRule(
    'rel-ambiguous',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [
     { "type": "one_to_many", "target_table": "posts", "name": "drafts" },
     { "type": "one_to_many", "target_table": "posts", "name": "posts" }] },
 { "table_name": "posts", "columns": [
     { "name": "id", "primary_key": true },
     { "name": "author_id", "type": "ForeignKey", "target": "users.id" }],
   "relationships": [
     { "type": "many_to_one", "target_table": "users", "back_populates": "posts" }] }]
`,
  );
});

test('a column and a constraint', () => {
  checkRule(
    'rel-ambiguous',
    `
[{ "table_name": "users", "columns": [{ "name": "x", "primary_key": true }, { "name": "y", "unique": true }] },
 { "table_name": "posts", "columns": [{ "name": "a" }, { "name": "b", "target": "users.x" }],
                                                                 ~~~ a candidate
   "constraints": [{ "type": "foreign_key", "columns": ["a", "b"], "target_table": "users", "target_columns": ["x", "y"] }],
                                            ~~~~~~~~~ a candidate
   "relationships": [
     { "type": "many_to_one", "target_table": "users" },
                                              ^^^^^^^ BB504 error: "posts.user" could use any of the foreign keys "posts.b" and "posts (a, b)"; write "foreign_key" to choose one
     { "type": "many_to_one", "target_table": "users", "name": "r", "foreign_key": ["a", "b"] }] }]
`,
  );
});
