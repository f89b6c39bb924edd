import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('a property, a value and a JSON type that are not built', () => {
  checkRule(
    'not-supported-yet',
    `
{
  "db_type": "mysql",
             ^^^^^^^ BB006 error: "mysql" as "db_type" is not supported yet
  "enums": [],
  ^^^^^^^ BB006 error: "enums" is not supported yet; remove it
  "schema": [{
    "table_name": "users", "namespace": "auth", "kind": "table",
                           ^^^^^^^^^^^ BB006 error: "namespace" is not supported yet; remove it
    "columns": [
      { "name": "id", "type": "Integer", "primary_key": true, "renamed_from": "key" },
                                                              ^^^^^^^^^^^^^^ BB006 error: "renamed_from" is not supported yet; remove it
      { "name": "ip", "type": "INET" },
                              ^^^^^^ BB006 error: "INET" as "type" is not supported yet
      { "name": "at", "type": "DateTime", "precision": 3 }
                                          ^^^^^^^^^^^ BB006 error: "precision" of the type DateTime is not supported yet; remove it
    ],
     "constraints": [{ "type": "exclude", "method": "gist" }],
                               ^^^^^^^^^ BB006 error: "exclude" as "type" is not supported yet
    "indexes": [{ "columns": ["id", { "name": "ip" }], "method": "gin" }],
                                    ^ BB006 error: an object as "columns" is not supported yet
                                                       ^^^^^^^^ BB006 error: "method" is not supported yet; remove it
    "api": { "access": "public" }
             ^^^^^^^^ BB006 error: "access" is not supported yet; remove it
  }]
}
`,
  );
});

test('a table without a primary key', () => {
  checkRule(
    'not-supported-yet',
    `
[{ "table_name": "logs", "columns": [{ "name": "message", "type": "Text" }] }]
                 ^^^^^^ BB006 error: "logs" has no primary key, which is not supported yet; set "primary_key" on a column
`,
  );
});

test('a key by constraint, a view and a table without columns are not reported as lacking a key', () => {
  checkRule(
    'not-supported-yet',
    `
[{ "table_name": "a", "columns": [{ "name": "x" }], "constraints": [{ "type": "primary_key", "columns": ["x"] }] },
 { "table_name": "c", "columns": [] },
 { "table_name": "d" }]
`,
  );
});

test('a view is refused once', () => {
  checkRule(
    'not-supported-yet',
    `
[{ "table_name": "b", "kind": "view", "columns": [{ "name": "x" }] }]
                              ^^^^^^ BB006 error: "view" as "kind" is not supported yet
`,
  );
});

test('what is built is accepted', () => {
  checkRule(
    'not-supported-yet',
    `
{ "db_type": "sqlite", "features": { "auth": true }, "api": { "prefix": "/v1" },
  "schema": [{ "table_name": "a", "kind": "table", "options": { "use_optimistic_lock": true },
    "columns": [{ "name": "id", "type": "Integer", "primary_key": true }],
    "constraints": [{ "type": "unique", "columns": ["id"] }],
    "api": { "operations": ["list"] } }] }
`,
  );
});
