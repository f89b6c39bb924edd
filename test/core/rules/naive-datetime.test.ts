import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('unless it is written', () => {
  checkRule(
    'naive-datetime',
    `
[{ "table_name": "a", "columns": [
  { "name": "b", "type": "DateTime" },
                         ^^^^^^^^^^ BB320 information: "a.b" has no time zone; write "timezone": true, or false when that is meant
  { "name": "c", "type": "DateTime", "timezone": false },
  { "name": "d", "type": "DateTime", "timezone": true },
  { "name": "e", "type": "Date" }] }]
`,
  );
});
