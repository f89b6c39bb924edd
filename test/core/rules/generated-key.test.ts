import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('what would change a generated column', () => {
  checkRule(
    'generated-key',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }] },
 { "table_name": "posts", "columns": [{ "name": "a" },
   { "name": "b", "type": "ForeignKey", "target": "users.id", "on_delete": "SET NULL", "on_update": "CASCADE",
                                                                           ^^^^^^^^^^ BB425 error: "posts.b" is generated, so no foreign key can change it; use "RESTRICT" or "CASCADE"
                                                                                                    ^^^^^^^^^ BB425 error: "posts.b" is generated, so no foreign key can change it; use "RESTRICT"
     "generated": { "expression": "a + 1" } },
     ~~~~~~~~~~~ it is generated
     ~~~~~~~~~~~ it is generated
   { "name": "c", "generated": { "expression": "a + 1" } }],
                  ~~~~~~~~~~~ it is generated
   "constraints": [{ "type": "foreign_key", "columns": ["c"], "target_table": "users", "target_columns": ["id"],
                     "on_update": "SET DEFAULT" }] }]
                                  ^^^^^^^^^^^^^ BB425 error: "posts.c" is generated, so no foreign key can change it; use "RESTRICT"
`,
  );
});

test('what leaves it as it is, and columns that others are computed from', () => {
  checkRule(
    'generated-key',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }] },
 { "table_name": "posts", "columns": [{ "name": "a", "target": "users.id", "on_update": "CASCADE" },
   { "name": "b", "type": "ForeignKey", "target": "users.id", "on_delete": "CASCADE", "on_update": "RESTRICT",
     "generated": { "expression": "a + 1" } }] }]
`,
  );
});

test('what MySQL does not have', () => {
  checkRule(
    'generated-key',
    `
{ "db_type": "mysql", "schema": [
 { "table_name": "users", "columns": [{ "name": "id", "primary_key": true }, { "name": "b" },
   { "name": "c", "unique": true, "generated": { "expression": "b + 1", "stored": false } }] },
 { "table_name": "posts", "columns": [
   { "name": "a", "target": "users.id", "on_update": "CASCADE" },
                                                     ^^^^^^^^^ BB425 error: "posts.b" is computed from "posts.a", which MySQL then does not change; use "RESTRICT", or make the column virtual
   { "name": "b", "generated": { "expression": "a + 1" } },
                  ~~~~~~~~~~~ it is computed here
   { "name": "c", "generated": { "expression": "a + 1", "stored": false } },
   { "name": "d", "target": "users.id", "generated": { "expression": "b + 1", "stored": false } },
                            ^^^^^^^^^^ BB425 error: "posts.d" is virtual, and MySQL has no foreign keys of or to such a column; make it stored
   { "name": "e", "target": "users.c" }] }] }
                            ^^^^^^^^^ BB425 error: "users.c" is virtual, and MySQL has no foreign keys of or to such a column; make it stored
`,
  );
});

test('virtual columns are computed from what a key changes', () => {
  checkRule(
    'generated-key',
    `
{ "db_type": "mysql", "schema": [
 { "table_name": "users", "columns": [{ "name": "id", "primary_key": true }] },
 { "table_name": "posts", "columns": [
   { "name": "a", "target": "users.id", "on_update": "CASCADE" },
   { "name": "b", "target": "users.id", "on_delete": "CASCADE" },
   { "name": "c", "generated": { "expression": "a + b", "stored": false } },
   { "name": "d", "generated": { "expression": "b + 1" } }] }] }
`,
  );
});
