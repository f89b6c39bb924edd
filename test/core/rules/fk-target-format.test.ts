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
