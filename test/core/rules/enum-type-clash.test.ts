import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('with a table and with another enum', () => {
  checkRule(
    'enum-type-clash',
    `
[{ "table_name": "orders", "columns": [{ "name": "status", "type": "Enum" }, { "name": "item_kind", "type": "Enum" }] },
                                                 ^^^^^^^^ BB213 error: the enum of "orders.status" is the type "orders_status" in the database, as is the table "orders_status"; rename one
                                                                                       ~~~~~~~~~~~ the enum of "orders.item_kind" is here
 { "table_name": "orders_status", "columns": [] },
                 ~~~~~~~~~~~~~~~ the table "orders_status" is here
 { "table_name": "orders_item", "columns": [{ "name": "kind", "type": "Enum" }, { "name": "status", "type": "String" }] }]
                                                      ^^^^^^ BB213 error: the enum of "orders_item.kind" is the type "orders_item_kind" in the database, as is the enum of "orders.item_kind"; rename one
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

test('named enums: with a table, an inline enum and a type of PostgreSQL', () => {
  checkRule(
    'enum-type-clash',
    `
{ "db_type": "postgresql",
  "enums": [
    { "name": "path", "values": ["a"] },
              ^^^^^^ BB213 error: the enum "path" is the type "path" in the database, as is a type of PostgreSQL; rename one
    { "name": "orders", "values": ["a"] },
              ^^^^^^^^ BB213 error: the enum "orders" is the type "orders" in the database, as is the table "orders"; rename one
    { "name": "orders_kind", "values": ["a"] },
              ~~~~~~~~~~~~~ the enum "orders_kind" is here
    { "name": "state", "values": ["a"] }
  ],
  "schema": [{ "table_name": "orders",
                             ~~~~~~~~ the table "orders" is here
    "columns": [
      { "name": "kind", "type": "Enum", "values": ["a"] },
                ^^^^^^ BB213 error: the enum of "orders.kind" is the type "orders_kind" in the database, as is the enum "orders_kind"; rename one
      { "name": "state", "type": "Enum", "enum": "state" },
      { "name": "before", "type": "Enum", "enum": "state" } ] }] }
`,
  );
});

test('a namespace keeps a named enum apart, but for a table there', () => {
  checkRule(
    'enum-type-clash',
    `
{ "db_type": "postgresql",
  "enums": [
    { "name": "path", "namespace": "own", "values": ["a"] },
    { "name": "orders", "namespace": "own", "values": ["a"] },
    { "name": "users", "namespace": "own", "values": ["a"] }
              ^^^^^^^ BB213 error: the enum "users" is the type "own.users" in the database, as is the table "own.users"; rename one
  ],
  "schema": [
    { "table_name": "orders", "columns": [] },
    { "table_name": "users", "namespace": "own", "columns": [] }] }
                    ~~~~~~~ the table "own.users" is here
`,
  );
});
