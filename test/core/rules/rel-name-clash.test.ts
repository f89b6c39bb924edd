import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('with a column, a relationship and a column of an option', () => {
  checkRule(
    'rel-name-clash',
    `
[{ "table_name": "users", "options": { "use_timestamps": true },
                          ~~~~~~~~~ "created_at" is here
   "columns": [{ "name": "id", "primary_key": true }, { "name": "posts" }],
                                                                ~~~~~~~ "posts" is here
   "relationships": [
     { "type": "one_to_many", "target_table": "posts" },
                                              ^^^^^^^ BB510 error: this relationship of "users" gets the name "posts", which a column has already; write another "name"
     { "type": "one_to_many", "target_table": "posts", "name": "created_at" },
                                                               ^^^^^^^^^^^^ BB510 error: this relationship of "users" is named "created_at", which a column of "options" has already; write another "name"
     { "type": "one_to_many", "target_table": "posts", "name": "articles" },
                                                               ~~~~~~~~~~ "articles" is here
     { "type": "one_to_many", "target_table": "posts", "name": "articles" }] },
                                                               ^^^^^^^^^^ BB510 error: this relationship of "users" is named "articles", which another relationship has already; write another "name"
 { "table_name": "posts", "columns": [{ "name": "user_id", "type": "ForeignKey", "target": "users.id" }] }]
`,
  );
});

test('names that come from the key', () => {
  checkRule(
    'rel-name-clash',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [] },
 { "table_name": "posts", "columns": [
     { "name": "id", "primary_key": true },
     { "name": "author_id", "type": "ForeignKey", "target": "users.id" },
     { "name": "editor_id", "type": "ForeignKey", "target": "users.id" }],
   "relationships": [
     { "type": "many_to_one", "target_table": "users", "foreign_key": "author_id" },
     { "type": "many_to_one", "target_table": "users", "foreign_key": "editor_id" }] }]
`,
  );
});
