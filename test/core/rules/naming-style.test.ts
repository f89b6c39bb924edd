import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('names of other styles', () => {
  checkRule(
    'naming-style',
    `
[{ "table_name": "OrderItems", "class_name": "order_item" },
                 ^^^^^^^^^^^^ BB210 warning: the table "OrderItems" is not in snake_case, as "order_items" would be
                                             ^^^^^^^^^^^^ BB210 warning: the class "order_item" is not in PascalCase, as "OrderItem" would be
 { "table_name": "order-logs", "class_name": "HTTPLog_2" },
                 ^^^^^^^^^^^^ BB210 warning: the table "order-logs" is not in snake_case, as "order_logs" would be
                                             ^^^^^^^^^^^ BB210 warning: the class "HTTPLog_2" is not in PascalCase, as "HTTPLog2" would be
 { "table_name": "HTTPLogs" }, { "table_name": "--" }]
                 ^^^^^^^^^^ BB210 warning: the table "HTTPLogs" is not in snake_case, as "http_logs" would be
                                               ^^^^ BB210 warning: the table "--" is not in snake_case
`,
  );
});

test('the usual style, in any alphabet', () => {
  checkRule(
    'naming-style',
    `
[{ "table_name": "order_items", "class_name": "OrderItem" }, { "table_name": "2fa_codes", "class_name": "TOTPCode" },
 { "table_name": "\\u7528\\u6237", "class_name": "\\u7528\\u6237" }, { "table_name": "stra\\u00dfen" }]
`,
  );
});
