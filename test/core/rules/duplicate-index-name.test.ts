import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('with a table, with each other and with a derived name', () => {
  checkRule(
    'duplicate-index-name',
    `
[{ "table_name": "a", "columns": [{ "name": "b", "index": true }, { "name": "c", "unique": true }],
                                                          ~~~~ the other one
   "constraints": [{ "type": "unique", "columns": ["b", "c"], "name": "same" }],
                                                                      ~~~~~~ the other one
   "indexes": [{ "columns": ["c"], "name": "same" }, { "columns": ["c", "b"], "name": "D" }, { "columns": ["c", "b"], "name": "ix_a_b" }] },
                                           ^^^^^^ BB405 error: the name "same" belongs to another constraint or index already; write another "name"
                                                                                      ^^^ BB405 error: the name "D" belongs to the table "d" already; write another "name"
                                                                                                                              ^^^^^^^^ BB405 error: the name "ix_a_b" belongs to another constraint or index already; write another "name"
 { "table_name": "d", "columns": [] }]
                 ~~~ the other one
`,
  );
});

test('one index that is written twice is made once', () => {
  checkRule(
    'duplicate-index-name',
    `
[{ "table_name": "a", "columns": [{ "name": "b", "index": true }, { "name": "c", "unique": true }],
   "constraints": [{ "type": "unique", "columns": ["c"] }],
   "indexes": [{ "columns": ["b"] }] }]
`,
  );
});

test('foreign keys have names among the constraints of their table', () => {
  checkRule(
    'duplicate-index-name',
    `
[{ "table_name": "a",
   "columns": [
     { "name": "x", "unique": true },
                              ~~~~ the other one
     { "name": "y", "type": "ForeignKey", "target": "a.x" },
               ~~~ the other one
     { "name": "z", "type": "ForeignKey", "target": "a.x", "index": true }],
   "constraints": [
     { "type": "foreign_key", "columns": ["y"], "target_table": "a", "target_columns": ["x"] },
                              ^^^^^^^^^ BB405 error: the name "fk_a_y_a" belongs to another constraint or index already; write another "name"
     { "type": "foreign_key", "columns": ["x"], "target_table": "a", "target_columns": ["x"], "name": "uq_a_x" },
                                                                                                      ^^^^^^^^ BB405 error: the name "uq_a_x" belongs to another constraint or index already; write another "name"
     { "type": "foreign_key", "columns": ["y"], "target_table": "a", "target_columns": ["x"], "name": "ix_a_z" },
     { "type": "foreign_key", "columns": ["z"], "target_table": "a", "target_columns": ["x"], "name": "a" }] },
 { "table_name": "b", "columns": [{ "name": "x" }],
   "constraints": [{ "type": "foreign_key", "columns": ["x"], "target_table": "a", "target_columns": ["x"], "name": "ix_a_z" }] }]
`,
  );
});

test('checks have names among the constraints of their table', () => {
  checkRule(
    'duplicate-index-name',
    `
[{ "table_name": "a", "columns": [{ "name": "x", "unique": true }], "constraints": [
                                                           ~~~~ the other one
  { "type": "check", "expression": "x > 0" },
  { "type": "check", "expression": "x < 9" },
  { "type": "check", "expression": "x <> 5", "name": "uq_a_x" },
                                                     ^^^^^^^^ BB405 error: the name "uq_a_x" belongs to another constraint or index already; write another "name"
  { "type": "check", "expression": "x <> 6", "name": "a" }] }]
`,
  );
});

test('names of indexes that are made without a word of what else they have', () => {
  checkRule(
    'duplicate-index-name',
    `
[{ "table_name": "a", "columns": [{ "name": "x" }, { "name": "y" }], "indexes": [
     { "columns": [{ "expression": "lower(x) || y" }] },
       ~~~~~~~~~ the other one
     { "columns": ["x"] },
       ~~~~~~~~~ the other one
       ~~~~~~~~~ the other one
     { "columns": [{ "name": "x" }] },
     { "columns": ["x"], "where": "y > 0" },
       ^^^^^^^^^ BB405 error: the name "ix_a_x" belongs to another constraint or index already; write another "name"
     { "columns": ["x"], "where": "y > 0" },
       ^^^^^^^^^ BB405 error: the name "ix_a_x" belongs to another constraint or index already; write another "name"
     { "columns": ["y"], "where": "x > 0" },
     { "columns": ["y"], "where": "x > 0" },
     { "columns": ["y"], "name": "ix_a_lower_x_y" }] }]
                                 ^^^^^^^^^^^^^^^^ BB405 error: the name "ix_a_lower_x_y" belongs to another constraint or index already; write another "name"
`,
  );
});

test('SQLite knows only the names of indexes', () => {
  checkRule(
    'duplicate-index-name',
    `
{ "db_type": "sqlite", "schema": [
 { "table_name": "a", "columns": [{ "name": "id", "primary_key": true }, { "name": "x" }],
   "constraints": [
     { "type": "unique", "columns": ["x"], "name": "n" },
                                                   ~~~ the other one
     { "type": "foreign_key", "columns": ["x"], "target_table": "a", "target_columns": ["id"], "name": "n" },
     { "type": "unique", "columns": ["id", "x"], "name": "n" }] },
                                                         ^^^ BB405 error: the name "n" belongs to another constraint or index already; write another "name"
 { "table_name": "b", "columns": [{ "name": "id", "primary_key": true }, { "name": "x" }],
   "constraints": [{ "type": "unique", "columns": ["x"], "name": "n" }],
   "indexes": [{ "columns": ["x"], "name": "m" }] },
                                           ~~~ the other one
 { "table_name": "c", "columns": [{ "name": "id", "primary_key": true }, { "name": "x" }],
   "indexes": [{ "columns": ["x"], "name": "m" }] }] }
                                           ^^^ BB405 error: the name "m" belongs to another constraint or index already; write another "name"
`,
  );
});

test('MySQL knows the names of foreign keys and checks everywhere, those of uniques in their table', () => {
  checkRule(
    'duplicate-index-name',
    `
{ "db_type": "mysql", "schema": [
 { "table_name": "a", "columns": [{ "name": "id", "primary_key": true }, { "name": "x" }],
   "constraints": [
     { "type": "unique", "columns": ["x"], "name": "n" },
                                                   ~~~ the other one
     { "type": "foreign_key", "columns": ["x"], "target_table": "a", "target_columns": ["id"], "name": "f" },
                                                                                                       ~~~ the other one
     { "type": "foreign_key", "columns": ["x"], "target_table": "a", "target_columns": ["id"], "name": "n" },
                                                                                                       ^^^ BB405 error: the name "n" belongs to another constraint or index already; write another "name"
     { "type": "check", "expression": "x > 0", "name": "c" }] },
                                                       ~~~ the other one
 { "table_name": "b", "options": { "use_soft_delete": true },
   "columns": [{ "name": "id", "primary_key": true }, { "name": "x" }],
   "constraints": [
     { "type": "unique", "columns": ["x"], "name": "n" },
     { "type": "foreign_key", "columns": ["x"], "target_table": "a", "target_columns": ["id"], "name": "f" },
                                                                                                       ^^^ BB405 error: the name "f" belongs to another constraint or index already; write another "name"
     { "type": "check", "expression": "x > 0", "name": "c" }] }] }
                                                       ^^^ BB405 error: the name "c" belongs to another constraint or index already; write another "name"
`,
  );
});

test('exclusions have indexes of their name', () => {
  checkRule(
    'duplicate-index-name',
    `
[{ "table_name": "a", "columns": [{ "name": "x" }], "constraints": [
     { "type": "exclude", "method": "hash", "elements": [{ "name": "x", "with": "=" }] },
                                            ^^^^^^^^^^ BB405 error: the name "ex_a_x" belongs to another constraint or index already; write another "name"
     { "type": "exclude", "method": "gist", "elements": [{ "name": "x", "with": "<>" }] }],
                                            ^^^^^^^^^^ BB405 error: the name "ex_a_x" belongs to another constraint or index already; write another "name"
   "indexes": [{ "columns": ["x"], "name": "EX_a_x" }] }]
                                           ~~~~~~~~ the other one
                                           ~~~~~~~~ the other one
`,
  );
});

test('a sequence with the name of a table or an index of its namespace', () => {
  checkRule(
    'duplicate-index-name',
    `
[{ "table_name": "a", "columns": [
   { "name": "x", "type": "Integer", "sequence": "a" },
                                                 ^^^ BB405 error: the name of the sequence "a" belongs to the table "a" already; write another
   { "name": "y", "type": "Integer", "sequence": "ix_a_z" },
                                                 ^^^^^^^^ BB405 error: the name of the sequence "ix_a_z" belongs to a constraint or index already; write another
   { "name": "z", "type": "Integer", "sequence": "own.a", "index": true }] }]
`,
  );
});
