import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('with a table and with another enum', () => {
  checkRule(
    'enum-type-clash',
    `
[{ "table_name": "orders", "columns": [{ "name": "status", "type": "Enum" }, { "name": "item_kind", "type": "Enum" }] },
                                                 ^^^^^^^^ BB213 error: the enum of "orders.status" is the type "orders_status" in the database, as is the table "orders_status"; rename one
                                                                                       ~~~~~~~~~~~ "orders.item_kind" is here
 { "table_name": "orders_status", "columns": [] },
                 ~~~~~~~~~~~~~~~ the table "orders_status" is here
 { "table_name": "orders_item", "columns": [{ "name": "kind", "type": "Enum" }, { "name": "status", "type": "String" }] }]
                                                      ^^^^^^ BB213 error: the enum of "orders_item.kind" is the type "orders_item_kind" in the database, as is "orders.item_kind"; rename one
`,
  );
});

test('SQLite has no enum types', () => {
  checkRule(
    'enum-type-clash',
    `
{ "db_type": "sqlite", "schema": [
  { "table_name": "orders", "columns": [{ "name": "status", "type": "Enum" }] },
  { "table_name": "orders_status" }] }
`,
  );
});
