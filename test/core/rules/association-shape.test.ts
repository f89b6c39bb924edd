import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('not unique', () => {
  checkRule(
    'association-shape',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "type": "Integer", "primary_key": true }],
   "relationships": [{ "type": "many_to_many", "target_table": "tags", "secondary": "links" }] },
                                                                                    ^^^^^^^ BB513 warning: "users.tags" can have a row twice, because "links" is not unique over user_id, tag_id; make them its primary key, or add a unique
 { "table_name": "tags", "columns": [{ "name": "id", "type": "Integer", "primary_key": true }],
   "relationships": [{ "type": "many_to_many", "target_table": "users", "secondary": "links" }] },
 { "table_name": "links", "columns": [
                 ~~~~~~~ the association table
   { "name": "id", "type": "Integer", "primary_key": true },
   { "name": "user_id", "type": "ForeignKey", "target": "users.id" },
   { "name": "tag_id", "type": "ForeignKey", "target": "tags.id" }] }]
`,
  );
});

test('with a required column of its own, a link may be there twice', () => {
  checkRule(
    'association-shape',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "type": "Integer", "primary_key": true }],
   "relationships": [{ "type": "many_to_many", "target_table": "tags", "secondary": "links" }] },
                                                                                    ^^^^^^^ BB513 information: "users.tags" can only be read, because "links.role" is required; links are made by the routes of "links", unless it gets a default
 { "table_name": "tags", "columns": [{ "name": "id", "type": "Integer", "primary_key": true }],
   "relationships": [{ "type": "many_to_many", "target_table": "users" }] },
 { "table_name": "links", "columns": [
   { "name": "id", "type": "Integer", "primary_key": true },
   { "name": "user_id", "type": "ForeignKey", "target": "users.id" },
   { "name": "tag_id", "type": "ForeignKey", "target": "tags.id" },
   { "name": "role", "type": "String", "nullable": false }] }]
             ~~~~~~ the required column
`,
  );
});

test('named by an object', () => {
  checkRule(
    'association-shape',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "type": "Integer", "primary_key": true }],
   "relationships": [{ "type": "many_to_many", "target_table": "users", "name": "friends",
     "secondary": { "table": "links", "source": ["user_id"], "target": ["friend_id"] } }] },
                             ^^^^^^^ BB513 warning: "users.friends" can have a row twice, because "links" is not unique over user_id, friend_id; make them its primary key, or add a unique
 { "table_name": "links", "columns": [
                 ~~~~~~~ the association table
   { "name": "user_id", "type": "ForeignKey", "target": "users.id" },
   { "name": "friend_id", "type": "ForeignKey", "target": "users.id" }] }]
`,
  );
});

test('a composite key, and columns that need no value', () => {
  checkRule(
    'association-shape',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "type": "Integer", "primary_key": true }],
   "relationships": [{ "type": "many_to_many", "target_table": "tags", "secondary": "links" }] },
 { "table_name": "tags", "columns": [{ "name": "id", "type": "Integer", "primary_key": true }],
   "relationships": [{ "type": "many_to_many", "target_table": "users" }] },
 { "table_name": "links", "columns": [
   { "name": "user_id", "type": "ForeignKey", "target": "users.id", "primary_key": true },
   { "name": "tag_id", "type": "ForeignKey", "target": "tags.id", "primary_key": true },
   { "name": "note", "type": "String" }, { "name": "since", "type": "Date", "nullable": false, "server_default": "today" }] }]
`,
  );
});

test('missing keys are reported elsewhere', () => {
  checkRule(
    'association-shape',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "type": "Integer", "primary_key": true }],
   "relationships": [{ "type": "many_to_many", "target_table": "tags", "secondary": "links" }] },
 { "table_name": "tags", "columns": [{ "name": "id", "type": "Integer", "primary_key": true }],
   "relationships": [{ "type": "many_to_many", "target_table": "users" }] },
 { "table_name": "links", "columns": [
   { "name": "user_id", "type": "ForeignKey", "target": "users.id" }] }]
`,
  );
});
