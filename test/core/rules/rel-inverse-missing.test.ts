import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('no other end', () => {
  checkRule(
    'rel-inverse-missing',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [
     { "type": "one_to_many", "target_table": "posts", "back_populates": "author" }] },
                                                                         ^^^^^^^^ BB506 error: "posts" has no relationship "author" that could be the other end of "users.posts"; add a "many_to_one" there or remove "back_populates"
 { "table_name": "posts", "columns": [
     { "name": "id", "primary_key": true },
     { "name": "author_id", "type": "ForeignKey", "target": "users.id" }],
   "relationships": [] }]
`,
  );
});

test('the only other end has another partner', () => {
  checkRule(
    'rel-inverse-missing',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [
     { "type": "one_to_many", "target_table": "posts", "name": "posts" },
     { "type": "one_to_many", "target_table": "posts", "name": "all", "back_populates": "author" }] },
                                                                                        ^^^^^^^^ BB506 error: "posts" has no relationship "author" that could be the other end of "users.all", since the one that fits has another partner; remove "back_populates"
 { "table_name": "posts", "columns": [
     { "name": "id", "primary_key": true },
     { "name": "author_id", "type": "ForeignKey", "target": "users.id" }],
   "relationships": [
     { "type": "many_to_one", "target_table": "users", "name": "author", "back_populates": "posts" }] }]
`,
  );
});

test('a name that the other end does not have, but could', () => {
  checkRule(
    'rel-inverse-missing',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [
     { "type": "one_to_many", "target_table": "posts", "back_populates": "writer" }] },
 { "table_name": "posts", "columns": [
     { "name": "id", "primary_key": true },
     { "name": "author_id", "type": "ForeignKey", "target": "users.id" }],
   "relationships": [
     { "type": "many_to_one", "target_table": "users", "back_populates": "articles" }] }]
`,
  );
});

test('silent where the other end is wrong in itself', () => {
  checkRule(
    'rel-inverse-missing',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [
     { "type": "one_to_many", "target_table": "posts", "back_populates": "author" }] },
 { "table_name": "posts", "columns": [
     { "name": "id", "primary_key": true },
     { "name": "author_id", "type": "ForeignKey", "target": "users.id" }],
   "relationships": [
     { "type": "one_to_many", "target_table": "users", "name": "author" }] }]
`,
  );
});

test('silent where the other end has an unknown target', () => {
  checkRule(
    'rel-inverse-missing',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [
     { "type": "one_to_many", "target_table": "posts", "back_populates": "author" }] },
 { "table_name": "posts", "columns": [
     { "name": "id", "primary_key": true },
     { "name": "author_id", "type": "ForeignKey", "target": "users.id" }],
   "relationships": [
     { "type": "many_to_one", "target_table": "user", "name": "author" }] }]
`,
  );
});

test('ends that use an association table in the same direction do not pair', () => {
  checkRule(
    'rel-inverse-missing',
    `
[{ "table_name": "people", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [
     { "type": "many_to_many", "target_table": "people", "name": "friends", "back_populates": "fans",
                                                                                              ^^^^^^ BB506 error: "people" has no relationship "fans" that could be the other end of "people.friends"; add a "many_to_many" there or remove "back_populates"
       "secondary": { "table": "friends", "source": ["a"], "target": ["b"] } },
     { "type": "many_to_many", "target_table": "people", "name": "fans",
       "secondary": { "table": "friends", "source": ["a"], "target": ["b"] } }] },
 { "table_name": "friends", "columns": [
     { "name": "a", "type": "ForeignKey", "target": "people.id" },
     { "name": "b", "type": "ForeignKey", "target": "people.id" }] }]
`,
  );
});
