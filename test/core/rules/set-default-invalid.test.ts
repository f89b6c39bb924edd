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
