import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('expressions that no database takes', () => {
  checkRule(
    'generated-column',
    `
[{ "table_name": "lines", "options": { "use_timestamps": true }, "columns": [
  { "name": "id", "type": "Integer", "primary_key": true },
  { "name": "price", "type": "Integer" },
  { "name": "a", "type": "Integer", "generated": { "expression": "price * 2", "stored": true } },
  { "name": "b", "type": "Integer", "generated": { "expression": "(price" } },
                                                                 ^^^^^^^^ BB331 error: the expression of "lines.b" lacks a ")"
  { "name": "c", "type": "Integer", "generated": { "expression": "prize" } },
                                                                 ^^^^^^^ BB331 error: "lines" has no column "prize"; did you mean "price"?
  { "name": "d", "type": "Integer", "generated": { "expression": "(select max(price))" } },
                                                                 ^^^^^^^^^^^^^^^^^^^^^ BB331 error: a generated column cannot be computed by a subquery
  { "name": "e", "type": "DateTime", "generated": { "expression": "now()" } },
                                                                  ^^^^^^^ BB331 error: "now" is another at every call, so no column can be computed from it
  { "name": "f", "type": "Integer", "generated": { "expression": "a + 1" } },
                                                                 ^^^^^^^ BB331 error: "lines.f" cannot be computed from "lines.a", which is generated, too
  { "name": "g", "type": "Integer", "generated": { "expression": "g + 1" } },
                                                                 ^^^^^^^ BB331 error: "lines.g" cannot be computed from itself
  { "name": "h", "type": "Text", "nullable": false, "generated": { "expression": "left(price::text, 1)" } },
                                                                                 ^^^^^^^^^^^^^^^^^^^^^^ BB331 error: the expression of "lines.h" is more than BackBone reads, so SQLite holds NULL there; allow NULL
  { "name": "i", "type": "Text", "generated": { "expression": "left(price::text, 1)" } },
  { "name": "j", "type": "DateTime", "generated": { "expression": "created_at" } } ] }]
`,
  );
});

test('what contradicts it', () => {
  checkRule(
    'generated-column',
    `
[{ "table_name": "lines", "columns": [
  { "name": "id", "type": "Integer", "primary_key": true, "generated": { "expression": "1" } },
                                                          ^^^^^^^^^^^ BB331 error: "lines.id" is part of the primary key, which SQLite does not compute
  { "name": "a", "type": "Integer", "default": 1, "generated": { "expression": "1" } },
                                    ^^^^^^^^^ BB331 error: "lines.a" has both "generated" and "default"; keep one
  { "name": "b", "type": "Integer", "server_default": "1", "sequence": "s", "generated": { "expression": "1" } },
                                    ^^^^^^^^^^^^^^^^ BB331 error: "lines.b" has both "generated" and "server_default"; keep one
                                                           ^^^^^^^^^^ BB331 error: "lines.b" has both "generated" and "sequence"; keep one
  { "name": "c", "type": "Integer", "visibility": "read_write", "generated": { "expression": "1" } },
                                                  ^^^^^^^^^^^^ BB331 error: "lines.c" is generated, so nobody can write it
  { "name": "d", "type": "Integer", "visibility": "hidden", "generated": { "expression": "1" } },
  { "name": "e", "type": "Integer", "generated": { "expression": "1", "stored": false } } ] }]
                                                                                ^^^^^ BB331 error: PostgreSQL only has generated columns that are stored; remove "stored"
`,
  );
});

test('SQLite has virtual ones, and computes one from another, but not in a circle', () => {
  checkRule(
    'generated-column',
    `
{ "db_type": "sqlite", "schema": [{ "table_name": "lines", "columns": [
  { "name": "a", "type": "Integer", "generated": { "expression": "1", "stored": false } },
  { "name": "b", "type": "Integer", "generated": { "expression": "a + 1" } },
  { "name": "c", "type": "Integer", "generated": { "expression": "d + 1" } },
                                                                 ^^^^^^^ BB331 error: "lines.c" cannot be computed from "lines.d", which is generated, too
  { "name": "d", "type": "Integer", "generated": { "expression": "c + 1" } },
                                                                 ^^^^^^^ BB331 error: "lines.d" cannot be computed from "lines.c", which is generated, too
  { "name": "e", "type": "Text", "nullable": false, "generated": { "expression": "hex(a)" } } ] }] }
`,
  );
});

test('MariaDB has none that is required', () => {
  checkRule(
    'generated-column',
    `
{ "db_type": "mysql", "schema": [{ "table_name": "lines", "columns": [
  { "name": "a", "type": "Integer", "nullable": false, "generated": { "expression": "1" } },
                                                ^^^^^ BB331 error: MariaDB takes no NOT NULL at a generated column; remove "nullable" from "lines.a"
  { "name": "b", "type": "Integer", "generated": { "expression": "1" } } ] }] }
`,
  );
});

test('what SQL Server computes', () => {
  checkRule(
    'generated-column',
    `
{ "db_type": "mssql", "schema": [{ "table_name": "lines", "columns": [
  { "name": "n", "type": "Integer" },
  { "name": "a", "type": "Integer", "nullable": false, "generated": { "expression": "n + 1", "stored": false } },
            ^^^ BB331 error: SQL Server can only require "lines.a" when it is stored; remove "stored", or allow NULL
  { "name": "b", "type": "Integer", "generated": { "expression": "n + 1", "stored": false } },
            ^^^ BB331 error: a check or foreign key over "lines.b" needs it stored on SQL Server; remove "stored"
  { "name": "c", "type": "Integer", "unique": true, "generated": { "expression": "n + 1" } },
            ^^^ BB331 error: SQL Server takes two rows without a value in "lines.c" for equal, and cannot leave them out of a unique, because it is generated; set "nullable": false
  { "name": "d", "type": "Integer", "generated": { "expression": "n + 1" } },
            ^^^ BB331 error: SQL Server takes two rows without a value in "lines.d" for equal, and cannot leave them out of a unique, because it is generated; set "nullable": false
  { "name": "e", "type": "Integer", "nullable": false, "unique": true, "generated": { "expression": "1" } },
  { "name": "f", "type": "Integer", "generated": { "expression": "n + 2", "stored": false } } ],
  "constraints": [{ "type": "check", "expression": "b > 1" }],
  "indexes": [{ "columns": ["n", "d"], "unique": true }, { "columns": ["f"], "unique": true, "nulls_not_distinct": true }] }] }
`,
  );
});
