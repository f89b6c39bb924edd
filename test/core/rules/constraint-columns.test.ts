import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('unknown, twice, none', () => {
  checkRule(
    'constraint-columns',
    `
[{ "table_name": "a", "options": { "use_timestamps": true }, "columns": [{ "name": "email" }, { "name": "x" }],
   "constraints": [
     { "type": "unique", "columns": ["emial", "x"] },
                                     ^^^^^^^ BB430 error: "a" has no column "emial"; did you mean "email"?
     { "type": "unique", "columns": ["x", "x"] },
                                          ^^^ BB430 error: the column "x" is named twice
     { "type": "primary_key", "columns": [] },
                              ^^^^^^^^^ BB430 error: this constraint of "a" needs "columns"
     { "type": "unique" },
               ^^^^^^^^ BB430 error: this constraint of "a" needs "columns"
     { "type": "check", "expression": "x > 0" }],
   "indexes": [{ "columns": ["y"] }, { "columns": ["created_at", { "name": "z" }] }] }]
                             ^^^ BB430 error: "a" has no column "y"; did you mean "x"?
`,
  );
});

test('columns of a foreign key', () => {
  checkRule(
    'constraint-columns',
    `
[{ "table_name": "a", "columns": [{ "name": "x" }], "constraints": [
  { "type": "foreign_key", "columns": ["x", "X"], "target_table": "a", "target_columns": ["x", "x"] },
                                            ^^^ BB430 error: "a" has no column "X"; did you mean "x"?
                                                                                               ^^^ BB430 error: the column "x" is named twice
  { "type": "foreign_key", "target_table": "a", "target_columns": ["x"] }] }]
            ^^^^^^^^^^^^^ BB430 error: this constraint of "a" needs "columns"
`,
  );
});
