import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('no target, no column, too many dots', () => {
  checkRule(
    'fk-target-format',
    `
[{ "table_name": "users", "columns": [
  { "name": "id", "primary_key": true },
  { "name": "a", "type": "ForeignKey" },
                         ^^^^^^^^^^^^ BB410 error: the foreign key "users.a" needs a "target", as in "table.column"
  { "name": "b", "type": "ForeignKey", "target": "users" },
                                                 ^^^^^^^ BB410 error: the target "users" of "users.b" must have the form "table.column"; did you mean "users.id"?
  { "name": "c", "type": "Integer", "target": "a.b.c" },
                                              ^^^^^^^ BB410 error: the target "a.b.c" of "users.c" must have the form "table.column"
  { "name": "d", "type": "ForeignKey", "target": "users.id" },
  { "name": "e", "type": "ForeignKey", "target": 5 }] }]
`,
  );
});

test('a constraint without its target, and one that counts otherwise', () => {
  checkRule(
    'fk-target-format',
    `
[{ "table_name": "a", "columns": [{ "name": "x", "type": "Integer" }], "constraints": [
  { "type": "foreign_key", "columns": ["x"] },
            ^^^^^^^^^^^^^ BB410 error: a foreign key of "a" needs "target_table" and "target_columns"
  { "type": "foreign_key", "columns": ["x"], "target_table": "a" },
            ^^^^^^^^^^^^^ BB410 error: a foreign key of "a" needs "target_columns"
  { "type": "foreign_key", "columns": ["x"], "target_table": "a", "target_columns": ["x", "y"] },
                                                                  ^^^^^^^^^^^^^^^^ BB410 error: this foreign key of "a" has 1 column and references 2; it needs one for each
  { "type": "foreign_key", "columns": ["x"], "target_table": "a", "target_columns": ["x"] }] }]
`,
  );
});
