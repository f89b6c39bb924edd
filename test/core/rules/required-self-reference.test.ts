import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('only when it is required', () => {
  checkRule(
    'required-self-reference',
    `
[{ "table_name": "a", "columns": [
  { "name": "id" },
  { "name": "b", "type": "ForeignKey", "target": "a.id", "nullable": false },
                                                 ^^^^^^ BB420 warning: "a.b" is required and references its own table, so the first row can only reference itself; consider making it nullable
  { "name": "c", "type": "ForeignKey", "target": "a.id" },
  { "name": "d", "type": "ForeignKey", "target": "a.id", "nullable": false, "unique": true }] }]
                                                 ^^^^^^ BB420 error: "a.d" is required and is unique, so every row can only reference itself; make it nullable
`,
  );
});

test('a constraint over columns that are never NULL', () => {
  checkRule(
    'required-self-reference',
    `
[{ "table_name": "a",
   "columns": [{ "name": "x", "primary_key": true }, { "name": "y", "primary_key": true }, { "name": "z", "nullable": false }, { "name": "n" }],
   "constraints": [
     { "type": "foreign_key", "columns": ["x", "z"], "target_table": "a", "target_columns": ["x", "y"] },
                                                                     ^^^ BB420 warning: "a (x, z)" is required and references its own table, so the first row can only reference itself; consider making it nullable
     { "type": "foreign_key", "columns": ["y", "x"], "target_table": "a", "target_columns": ["x", "y"] },
                                                                     ^^^ BB420 error: "a (y, x)" is required and is unique, so every row can only reference itself; make it nullable
     { "type": "foreign_key", "columns": ["x", "n"], "target_table": "a", "target_columns": ["x", "y"] }] }]
`,
  );
});
