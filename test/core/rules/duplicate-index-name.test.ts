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
