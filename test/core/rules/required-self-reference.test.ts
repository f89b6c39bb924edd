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
