import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('only when it is written', () => {
  checkRule(
    'primary-key-nullable',
    `
[{ "table_name": "a", "columns": [
  { "name": "id", "primary_key": true, "nullable": true },
                                                   ^^^^ BB402 error: "a.id" is part of the primary key and cannot be nullable; remove "nullable"
  { "name": "b", "primary_key": true },
  { "name": "c", "nullable": true }] },
 { "table_name": "d", "columns": [{ "name": "x", "nullable": true }],
                                                             ^^^^ BB402 error: "d.x" is part of the primary key and cannot be nullable; remove "nullable"
   "constraints": [{ "type": "primary_key", "columns": ["x"] }] }]
`,
  );
});
