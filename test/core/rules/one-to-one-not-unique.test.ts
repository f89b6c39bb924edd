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

test('a key of two columns, of which one is unique or not', () => {
  checkRule(
    'one-to-one-not-unique',
    `
[{ "table_name": "users", "columns": [{ "name": "x" }] },
 { "table_name": "posts", "columns": [{ "name": "a" }, { "name": "b" }, { "name": "c", "unique": true }],
   "constraints": [
     { "type": "foreign_key", "columns": ["a", "b"], "target_table": "users", "target_columns": ["x", "y"] },
                              ~~~~~~~~~ the foreign key
     { "type": "foreign_key", "columns": ["a", "c"], "target_table": "users", "target_columns": ["x", "y"] }],
   "relationships": [
     { "type": "one_to_one", "target_table": "users", "foreign_key": ["a", "b"], "name": "r" },
               ^^^^^^^^^^^^ BB511 warning: "posts.r" is one-to-one, so "posts (a, b)" gets a unique constraint; write one there
     { "type": "one_to_one", "target_table": "users", "foreign_key": ["a", "c"], "name": "s" }] }]
`,
  );
});
