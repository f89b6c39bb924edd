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
                                                 ^^^^^ BB415 error: "a.b" references "a.x", which is only a part of the key "x" and "y"; reference a column that is unique by itself
  { "name": "c", "type": "ForeignKey", "target": "a.y" }] }]
`,
  );
});
