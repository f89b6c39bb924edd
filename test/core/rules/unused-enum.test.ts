import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('used by no column', () => {
  checkRule(
    'unused-enum',
    `
{ "enums": [{ "name": "kind", "values": ["a"] }, { "name": "state", "values": ["b"] }, { "values": ["c"] }],
                      ^^^^^^ BB603 hint: no column uses the enum "kind"
  "schema": [{ "table_name": "posts", "columns": [{ "name": "state", "type": "Enum", "enum": "state" }] }] }
`,
  );
});
