import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('an element is a column or an expression', () => {
  checkRule(
    'index-element',
    `
[{ "table_name": "a", "columns": [{ "name": "x" }], "indexes": [
     { "columns": ["x", { "name": "x" }, { "expression": "x" }, { "direction": "desc" }] },
                                                                ^ BB440 error: this needs a "name", the column, or an "expression"
     { "columns": [{ "name": "x", "expression": "lower(x)" }] }],
                   ^ BB440 error: "name" and "expression" say two things; keep one of them
   "constraints": [{ "type": "exclude", "method": "hash", "elements": [{ "with": "=" }] }] }]
                                                                       ^ BB440 error: this needs a "name", the column, or an "expression"
`,
  );
});
