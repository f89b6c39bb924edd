import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('table and column', () => {
  checkRule(
    'sql-reserved-word',
    `
[{ "table_name": "order", "columns": [{ "name": "user" }, { "name": "Select" }, { "name": "name" }] }]
                 ^^^^^^^ BB208 information: the table "order" is named like an SQL keyword and needs quotes in SQL by hand
                                                ^^^^^^ BB208 information: the column "order.user" is named like an SQL keyword and needs quotes in SQL by hand
                                                                    ^^^^^^^^ BB208 information: the column "order.Select" is named like an SQL keyword and needs quotes in SQL by hand
`,
  );
});
