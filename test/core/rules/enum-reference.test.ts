import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('an unknown name, a name beside values, and a name that is taken', () => {
  checkRule(
    'enum-reference',
    `
{ "enums": [
    { "name": "state", "values": ["a"] },
              ~~~~~~~ the first one
    { "name": "state", "values": ["b"] }
              ^^^^^^^ BB330 error: the enum "state" is declared twice; columns would use the first
  ],
  "schema": [{ "table_name": "orders", "columns": [
    { "name": "a", "type": "Enum", "enum": "state" },
    { "name": "b", "type": "Enum", "enum": "stat" },
                                           ^^^^^^ BB330 error: no enum of the root is named "stat", which "orders.b" uses; did you mean "state"?
    { "name": "c", "type": "Enum", "enum": "state", "values": ["a"] },
                                                    ^^^^^^^^ BB330 error: "orders.c" has both "enum" and "values"; keep one
                                           ~~~~~~~ the named enum
    { "name": "d", "type": "Integer", "enum": "other" } ] }] }
`,
  );
});
