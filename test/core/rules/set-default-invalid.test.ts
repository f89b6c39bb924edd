import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('without a default', () => {
  checkRule(
    'set-default-invalid',
    `
[{ "table_name": "a", "columns": [
  { "name": "b", "type": "ForeignKey", "target": "a.id", "nullable": false, "on_delete": "SET DEFAULT" },
                                                                                         ^^^^^^^^^^^^^ BB417 error: "a.b" has no default that "on_delete" could set; add "default" or use another action
  { "name": "c", "type": "ForeignKey", "target": "a.id", "on_delete": "SET DEFAULT" },
                                                                      ^^^^^^^^^^^^^ BB417 warning: "a.c" has no default, so "on_delete" sets it to NULL; write "SET NULL" or add "default"
  { "name": "d", "type": "ForeignKey", "target": "a.id", "on_delete": "SET DEFAULT", "default": 1 }] }]
`,
  );
});

test('a constraint over a column with a default and others without', () => {
  checkRule(
    'set-default-invalid',
    `
[{ "table_name": "a", "columns": [{ "name": "x", "nullable": false }, { "name": "y" }, { "name": "z", "default": 1 }],
   "constraints": [
     { "type": "foreign_key", "columns": ["y", "x"], "target_table": "a", "target_columns": ["x", "y"],
       "on_delete": "SET DEFAULT" },
                    ^^^^^^^^^^^^^ BB417 error: "a.x" has no default that "on_delete" could set; add "default" or use another action
     { "type": "foreign_key", "columns": ["y"], "target_table": "a", "target_columns": ["x"],
       "on_update": "SET DEFAULT" },
                    ^^^^^^^^^^^^^ BB417 warning: "a.y" has no default, so "on_update" sets it to NULL; write "SET NULL" or add "default"
     { "type": "foreign_key", "columns": ["z"], "target_table": "a", "target_columns": ["x"],
       "on_delete": "SET DEFAULT" }] }]
`,
  );
});
