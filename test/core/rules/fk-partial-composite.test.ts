import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('a part of a key', () => {
  checkRule(
    'fk-partial-composite',
    `
[{ "table_name": "a", "columns": [
  { "name": "x", "primary_key": true },
  { "name": "y", "primary_key": true, "unique": true },
  { "name": "b", "type": "ForeignKey", "target": "a.x" },
                                                 ^^^^^ BB415 error: "a.b" references "a.x", which is only a part of the key "x" and "y"; reference all of it with a constraint, or a column that is unique by itself
  { "name": "c", "type": "ForeignKey", "target": "a.y" }] }]
`,
  );
});

test('two columns of a key of three', () => {
  checkRule(
    'fk-partial-composite',
    `
[{ "table_name": "a", "columns": [{ "name": "x" }, { "name": "y" }, { "name": "z" }], "constraints": [
  { "type": "primary_key", "columns": ["x", "y", "z"] },
  { "type": "foreign_key", "columns": ["y", "z"], "target_table": "a", "target_columns": ["x", "y"] },
                                                                       ^^^^^^^^^^^^^^^^ BB415 error: "a (y, z)" references "a (x, y)", which is only a part of the key "x", "y" and "z"; reference all of it with a constraint, or a column that is unique by itself
  { "type": "foreign_key", "columns": ["x", "y", "z"], "target_table": "a", "target_columns": ["z", "y", "x"] }] }]
`,
  );
});
