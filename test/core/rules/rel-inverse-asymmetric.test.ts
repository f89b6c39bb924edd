import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('a name that is not the one over there', () => {
  checkRule(
    'rel-inverse-asymmetric',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [
     { "type": "one_to_many", "target_table": "posts", "name": "posts", "back_populates": "writer" }] },
                                                                                          ^^^^^^^^ BB507 error: the other end of "users.posts" is named "author" in "posts", not "writer"
 { "table_name": "posts", "columns": [
     { "name": "id", "primary_key": true },
     { "name": "author_id", "type": "ForeignKey", "target": "users.id" }],
   "relationships": [
     { "type": "many_to_one", "target_table": "users", "name": "author", "back_populates": "posts" }] }]
                                                               ~~~~~~~~ the other end
`,
  );
});

test('ends that name each other', () => {
  checkRule(
    'rel-inverse-asymmetric',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [
     { "type": "one_to_many", "target_table": "posts", "name": "posts", "back_populates": "author" }] },
 { "table_name": "posts", "columns": [
     { "name": "id", "primary_key": true },
     { "name": "author_id", "type": "ForeignKey", "target": "users.id" }],
   "relationships": [
     { "type": "many_to_one", "target_table": "users", "name": "author", "back_populates": "posts" }] }]
`,
  );
});
