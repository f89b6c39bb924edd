import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('two constraints, and a column that is left out', () => {
  checkRule(
    'primary-key-contradiction',
    `
[{ "table_name": "a", "columns": [{ "name": "x", "primary_key": true }, { "name": "y" }],
                                                                ^^^^ BB404 error: the primary key constraint of "a" leaves out "a.x"; add it there or remove "primary_key"
   "constraints": [
     { "type": "primary_key", "columns": ["y"] },
                              ~~~~~~~~~ the primary key
                              ~~~~~~~~~ the primary key
     { "type": "primary_key", "columns": ["x"] }] }]
               ^^^^^^^^^^^^^ BB404 error: "a" already has a primary key; remove this constraint
`,
  );
});

test('the same columns in another order', () => {
  checkRule(
    'primary-key-contradiction',
    `
[{ "table_name": "a", "columns": [{ "name": "x", "primary_key": true }, { "name": "y", "primary_key": true }],
   "constraints": [{ "type": "primary_key", "columns": ["y", "x"] }] }]
`,
  );
});
