import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('beside a pair', () => {
  checkRule(
    'rel-unpaired',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }], "relationships": [
   { "type": "one_to_many", "target_table": "posts", "name": "posts", "back_populates": "author" },
   ~ the same foreign key
   { "type": "one_to_many", "target_table": "posts", "name": "drafts" }] },
             ^^^^^^^^^^^^^ BB509 warning: "users.drafts" can only be read, because "users.posts" and "posts.author" have the same foreign key "posts.user_id"; pair them by "name" and "back_populates", or remove one
 { "table_name": "posts", "columns": [{ "name": "user_id", "type": "ForeignKey", "target": "users.id" }],
   "relationships": [{ "type": "many_to_one", "target_table": "users", "name": "author", "back_populates": "posts" }] }]
                     ~ the same foreign key
`,
  );
});

test('the second of two that stand alone', () => {
  checkRule(
    'rel-unpaired',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }], "relationships": [
   { "type": "one_to_many", "target_table": "posts", "name": "posts" },
   ~ the same foreign key
   { "type": "one_to_many", "target_table": "posts", "name": "articles" }] },
             ^^^^^^^^^^^^^ BB509 warning: "users.articles" can only be read, because "users.posts" has the same foreign key "posts.user_id"; pair them by "name" and "back_populates", or remove one
 { "table_name": "posts", "columns": [{ "name": "user_id", "type": "ForeignKey", "target": "users.id" }] }]
`,
  );
});

test('a link of a table to itself whose ends both have the key, or neither', () => {
  checkRule(
    'rel-unpaired',
    `
[{ "table_name": "users",
   "columns": [{ "name": "id", "primary_key": true }, { "name": "partner_id", "type": "ForeignKey", "target": "users.id" }],
   "relationships": [
     { "type": "one_to_one", "target_table": "users", "name": "a" },
     ~ the same foreign key
     { "type": "one_to_one", "target_table": "users", "name": "b" }] }]
               ^^^^^^^^^^^^ BB509 warning: "users.b" can only be read, because "users.a" has the same foreign key "users.partner_id"; pair them by "name" and "back_populates", or remove one
`,
  );
});

test('pairs, and ends with keys of their own', () => {
  checkRule(
    'rel-unpaired',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }], "relationships": [
   { "type": "one_to_many", "target_table": "posts", "foreign_key": "user_id" },
   { "type": "one_to_many", "target_table": "posts", "name": "edits", "foreign_key": "editor_id" }] },
 { "table_name": "posts", "columns": [{ "name": "user_id", "type": "ForeignKey", "target": "users.id" },
                                      { "name": "editor_id", "type": "ForeignKey", "target": "users.id" }],
   "relationships": [{ "type": "many_to_one", "target_table": "users", "foreign_key": "user_id" }] }]
`,
  );
});
