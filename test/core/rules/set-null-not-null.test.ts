import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('on required columns and keys', () => {
  checkRule(
    'set-null-not-null',
    `
[{ "table_name": "a", "columns": [
  { "name": "id", "type": "ForeignKey", "target": "a.id", "primary_key": true, "on_update": "SET NULL" },
                                                                                            ^^^^^^^^^^ BB416 error: "a.id" is never NULL, so "on_update" cannot be "SET NULL"; use "CASCADE" or "RESTRICT", or make it nullable
  { "name": "b", "type": "ForeignKey", "target": "a.id", "nullable": false, "on_delete": "SET NULL" },
                                                                                         ^^^^^^^^^^ BB416 error: "a.b" is never NULL, so "on_delete" cannot be "SET NULL"; use "CASCADE" or "RESTRICT", or make it nullable
  { "name": "c", "type": "ForeignKey", "target": "a.id", "on_delete": "SET NULL" },
  { "name": "d", "type": "ForeignKey", "target": "a.id", "nullable": false, "on_delete": "CASCADE" }] }]
`,
  );
});

test('a constraint with one column that is never NULL', () => {
  checkRule(
    'set-null-not-null',
    `
[{ "table_name": "a", "columns": [{ "name": "x", "nullable": false }, { "name": "y" }], "constraints": [
  { "type": "foreign_key", "columns": ["x", "y"], "target_table": "a", "target_columns": ["x", "y"],
    "on_delete": "SET NULL" },
                 ^^^^^^^^^^ BB416 error: "a.x" is never NULL, so "on_delete" cannot be "SET NULL"; use "CASCADE" or "RESTRICT", or make it nullable
  { "type": "foreign_key", "columns": ["y"], "target_table": "a", "target_columns": ["x"],
    "on_delete": "SET NULL" }] }]
`,
  );
});
