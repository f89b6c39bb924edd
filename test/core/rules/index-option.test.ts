import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('what methods of PostgreSQL cannot have', () => {
  checkRule(
    'index-option',
    `
[{ "table_name": "a", "columns": [{ "name": "x" }, { "name": "y" }], "indexes": [
     { "columns": ["x", "y"], "method": "hash", "unique": true, "include": ["y"] },
                                                ^^^^^^^^ BB442 error: an index of the method hash cannot be unique
                                                                ^^^^^^^^^ BB442 error: an index of the method hash stores no other columns
       ^^^^^^^^^ BB442 error: an index of the method hash has one column or expression
     { "columns": [{ "name": "x", "direction": "asc" }, "y"], "method": "gin" },
                                  ^^^^^^^^^^^ BB442 error: an index of the method gin has no order
     { "columns": ["x"], "nulls_not_distinct": true },
                         ^^^^^^^^^^^^^^^^^^^^ BB442 error: this is about unique indexes; add "unique": true or remove it
     { "columns": ["x", { "name": "y", "direction": "desc", "nulls": "last" }], "method": "btree", "unique": true,
       "include": ["y"], "where": "x > 0", "nulls_not_distinct": true }] }]
`,
  );
});

test('what indexes of mysql cannot have', () => {
  checkRule(
    'index-option',
    `
{ "db_type": "mysql", "schema": [{ "table_name": "a", "columns": [{ "name": "x" }, { "name": "y" }], "indexes": [
    { "columns": ["x"], "where": "x > 0", "include": ["y"], "unique": true, "nulls_not_distinct": true },
                        ^^^^^^^ BB442 error: MySQL has no indexes over a part of the rows
                                          ^^^^^^^^^ BB442 error: MySQL has no columns that an index only stores
                                                                            ^^^^^^^^^^^^^^^^^^^^ BB442 error: MySQL has no unique indexes that take two NULLs for equal
    { "columns": [{ "name": "y", "direction": "desc", "nulls": "last", "opclass": "z" }], "method": "gin" },
                                                                                          ^^^^^^^^ BB442 error: MySQL has no such index method
                                                      ^^^^^^^ BB442 error: MySQL has no order of NULLs in indexes
                                                                       ^^^^^^^^^ BB442 error: MySQL has no operator classes
    { "columns": [{ "expression": "lower(x)" }, "y"] }] }] }
                    ^^^^^^^^^^^^ BB442 error: MySQL has no indexes over expressions
`,
  );
});

test('what indexes of sqlite cannot have', () => {
  checkRule(
    'index-option',
    `
{ "db_type": "sqlite", "schema": [{ "table_name": "a", "columns": [{ "name": "x" }, { "name": "y" }], "indexes": [
    { "columns": ["x"], "where": "x > 0", "include": ["y"], "unique": true, "nulls_not_distinct": true },
                                          ^^^^^^^^^ BB442 error: SQLite has no columns that an index only stores
                                                                            ^^^^^^^^^^^^^^^^^^^^ BB442 error: SQLite has no unique indexes that take two NULLs for equal
    { "columns": [{ "name": "y", "direction": "desc", "nulls": "last", "opclass": "z" }], "method": "gin" },
                                                                                          ^^^^^^^^ BB442 error: SQLite has no such index method
                                                      ^^^^^^^ BB442 error: SQLite has no order of NULLs in indexes
                                                                       ^^^^^^^^^ BB442 error: SQLite has no operator classes
    { "columns": [{ "expression": "lower(x)" }, "y"] }] }] }
`,
  );
});

test('what indexes of mssql cannot have', () => {
  checkRule(
    'index-option',
    `
{ "db_type": "mssql", "schema": [{ "table_name": "a", "columns": [{ "name": "x" }, { "name": "y" }], "indexes": [
    { "columns": ["x"], "where": "x > 0", "include": ["y"], "unique": true, "nulls_not_distinct": true },
    { "columns": [{ "name": "y", "direction": "desc", "nulls": "last", "opclass": "z" }], "method": "gin" },
                                                                                          ^^^^^^^^ BB442 error: SQL Server has no such index method
                                                      ^^^^^^^ BB442 error: SQL Server has no order of NULLs in indexes
                                                                       ^^^^^^^^^ BB442 error: SQL Server has no operator classes
    { "columns": [{ "expression": "lower(x)" }, "y"] }] }] }
                    ^^^^^^^^^^^^ BB442 error: SQL Server has no indexes over expressions
`,
  );
});

test('conditions and columns of indexes on SQL Server', () => {
  checkRule(
    'index-option',
    `
{ "db_type": "mssql", "schema": [{ "table_name": "a", "columns": [{ "name": "x", "type": "Integer" }, { "name": "on", "type": "Boolean" },
    { "name": "y", "type": "Integer", "generated": { "expression": "x + 1" } }], "indexes": [
  { "columns": ["x"], "where": "x > 1 AND x IN (2, 3) AND \\"on\\" AND x IS NOT NULL" },
  { "columns": ["x"], "where": "x > 1 OR x = 0" },
                               ^^^^^^^^^^^^^^^^ BB442 error: SQL Server takes only comparisons of a column with constants here, joined by AND; without OR, NOT, LIKE, BETWEEN and functions
  { "columns": ["x"], "where": "y > 1" },
                               ^^^^^^^ BB442 error: SQL Server takes no condition over "y", which is generated
  { "columns": ["x", "x"] },
    ^^^^^^^^^ BB442 error: SQL Server takes "x" once in an index
  { "columns": ["x"], "include": ["on", "x"] }
                                        ^^^ BB442 error: SQL Server takes "x" once in an index; it is among "columns" already
] }] }
`,
  );
});
