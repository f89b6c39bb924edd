import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('relationships from and to a table without a primary key', () => {
  checkRule(
    'rel-without-class',
    `
[{ "table_name": "logs", "columns": [{ "name": "user_id", "type": "ForeignKey", "target": "users.id" }],
   "relationships": [{ "type": "many_to_one", "target_table": "users" }] },
                               ^^^^^^^^^^^^^ BB519 error: "logs.user" needs a primary key of "logs"; without one it can have no relationships
 { "table_name": "users", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [{ "type": "one_to_many", "target_table": "logs" }] }]
                                                              ^^^^^^ BB519 error: "users.logs" needs a primary key of "logs"; without one it can have no relationships
`,
  );
});

test('an association table needs no key', () => {
  checkRule(
    'rel-without-class',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [{ "type": "many_to_many", "target_table": "posts", "secondary": "likes" }] },
 { "table_name": "posts", "columns": [{ "name": "id", "primary_key": true }] },
 { "table_name": "likes", "columns": [
   { "name": "user_id", "type": "ForeignKey", "target": "users.id" },
   { "name": "post_id", "type": "ForeignKey", "target": "posts.id" }] }]
`,
  );
});

test('a view has no relationships', () => {
  checkRule(
    'rel-without-class',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }] },
 { "table_name": "heads", "kind": "view", "columns": [
   { "name": "id", "primary_key": true }, { "name": "user_id", "type": "ForeignKey", "target": "users.id" }],
   "relationships": [{ "type": "many_to_one", "target_table": "users", "name": "user" }] }]
                               ^^^^^^^^^^^^^ BB519 error: "heads.user" is of the view "heads", which has no foreign keys and so no relationships
`,
  );
});
