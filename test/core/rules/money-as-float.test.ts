import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('names of money', () => {
  checkRule(
    'money-as-float',
    `
[{ "table_name": "orders", "columns": [{ "name": "price", "type": "Float" }, { "name": "unitPrice", "type": "Double" },
                                                                  ^^^^^^^ BB319 information: "orders.price" seems to hold money; "Numeric" with "precision" and "scale" keeps every cent
                                                                                                            ^^^^^^^^ BB319 information: "orders.unitPrice" seems to hold money; "Numeric" with "precision" and "scale" keeps every cent
   { "name": "total_amount", "type": "Real" }, { "name": "costs", "type": "Float" }] }]
                                     ^^^^^^ BB319 information: "orders.total_amount" seems to hold money; "Numeric" with "precision" and "scale" keeps every cent
                                                                          ^^^^^^^ BB319 information: "orders.costs" seems to hold money; "Numeric" with "precision" and "scale" keeps every cent
`,
  );
});

test('exact numbers, and other quantities', () => {
  checkRule(
    'money-as-float',
    `
[{ "table_name": "orders", "columns": [{ "name": "price", "type": "Numeric" }, { "name": "priceless", "type": "Float" },
   { "name": "weight", "type": "Float" }, { "name": "total", "type": "Integer" }] }]
`,
  );
});
