import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('definitions', () => {
  checkRule(
    'view-table',
    `
[{ "table_name": "a", "kind": "view", "definition": "SELECT 1 AS b", "columns": [{ "name": "b", "type": "Integer" }] },
 { "table_name": "b", "kind": "view", "definition": "SELECT (1", "columns": [] },
                                                    ^^^^^^^^^^^ BB450 error: the definition of "b" lacks a ")"
 { "table_name": "c", "kind": "view", "definition": "DROP TABLE a", "columns": [] },
                                                    ^^^^^^^^^^^^^^ BB450 error: the definition of "c" is no query; start it with SELECT
 { "table_name": "d", "kind": "view", "columns": [] },
                              ^^^^^^ BB450 information: "d" has no "definition", so the migration does not make the view
 { "table_name": "e", "definition": "SELECT 1", "columns": [] }]
                      ^^^^^^^^^^^^ BB450 warning: "definition" has no effect in "e", which is a table
`,
  );
});

test('foreign keys to a view', () => {
  checkRule(
    'view-table',
    `
[{ "table_name": "v", "kind": "view", "definition": "SELECT 1 AS id", "columns": [
   { "name": "id", "type": "Integer", "primary_key": true },
   { "name": "a_id", "type": "ForeignKey", "target": "a.id" }] },
 { "table_name": "a", "columns": [
   { "name": "id", "type": "Integer", "primary_key": true },
   { "name": "v_id", "type": "ForeignKey", "target": "v.id" }] }]
             ^^^^^^ BB450 error: "a.v_id" references the view "v"; databases have foreign keys to tables alone
`,
  );
});

test('what a view does not have', () => {
  checkRule(
    'view-table',
    `
[{ "table_name": "v", "kind": "view", "definition": "SELECT 1 AS id", "options": { "use_timestamps": true },
                                                                      ^^^^^^^^^ BB450 warning: "options" has no effect in "v", which is a view
   "columns": [
     { "name": "id", "type": "Integer", "primary_key": true },
     { "name": "a", "type": "Integer", "unique": true, "default": 1, "index": false },
                                       ^^^^^^^^ BB450 warning: "unique" has no effect in "v", which is a view
                                                       ^^^^^^^^^ BB450 warning: "default" has no effect in "v", which is a view
     { "name": "b", "type": "Enum", "values": ["x"] }],
                            ^^^^^^ BB450 error: "v.b" is an enum of its own, which no table has; name one of the "enums"
   "indexes": [{ "columns": ["a"] }],
   ^^^^^^^^^ BB450 warning: "indexes" has no effect in "v", which is a view
   "constraints": [{ "type": "primary_key", "columns": ["id"] }, { "type": "unique", "columns": ["a"] }] }]
                                                                   ^^^^^^ BB450 warning: a constraint of the type "unique" has no effect in "v", which is a view
`,
  );
});
