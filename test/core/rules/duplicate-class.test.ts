import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('written twice', () => {
  checkRule(
    'duplicate-class',
    `
[{ "table_name": "users", "class_name": "Person" },
                                        ~~~~~~~~ the class of "users"
 { "table_name": "people", "class_name": "Person" }]
                                         ^^^^^^^^ BB202 error: the class "Person" of "people" is already the class of "users"; write another "class_name"
`,
  );
});

test('written and derived', () => {
  checkRule(
    'duplicate-class',
    `
[{ "table_name": "order_items" },
                 ~~~~~~~~~~~~~ the class of "order_items"
 { "table_name": "lines", "class_name": "OrderItem" }]
                                        ^^^^^^^^^^^ BB202 error: the class "OrderItem" of "lines" is already the class of "order_items"; write another "class_name"
`,
  );
});

test('derived twice', () => {
  checkRule(
    'duplicate-class',
    `
[{ "table_name": "order_item" },
                 ~~~~~~~~~~~~ the class of "order_item"
 { "table_name": "order_items" }]
                 ^^^^^^^^^^^^^ BB202 error: the class "OrderItem" of "order_items" is already the class of "order_item"; write another "class_name"
`,
  );
});

test('two tables of the same name are the business of another rule', () => {
  checkRule(
    'duplicate-class',
    `
[{ "table_name": "users" }, { "table_name": "users" }]
`,
  );
});
