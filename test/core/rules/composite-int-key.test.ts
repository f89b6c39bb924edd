import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('a number that nobody makes', () => {
  checkRule(
    'composite-int-key',
    `
[{ "table_name": "a", "columns": [
  { "name": "x", "type": "Integer", "primary_key": true },
            ^^^ BB314 warning: "a.x" is part of a composite key and is not numbered by the database; clients send it, or give it a default
  { "name": "y", "type": "UUID", "primary_key": true },
  { "name": "z", "type": "ForeignKey", "target": "b.id", "primary_key": true },
  { "name": "w", "type": "Integer", "primary_key": true, "default": 0 }] },
 { "table_name": "b", "columns": [{ "name": "id", "type": "Integer", "primary_key": true }] }]
`,
  );
});
