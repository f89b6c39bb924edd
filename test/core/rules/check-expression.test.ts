import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('expressions that are missing, unsound or about other columns', () => {
  checkRule(
    'check-expression',
    `
[{ "table_name": "a", "options": { "use_timestamps": true },
   "columns": [{ "name": "price" }, { "name": "Name" }, { "name": "day" }], "constraints": [
     { "type": "check" },
               ^^^^^^^ BB432 error: this check of "a" needs an "expression"
     { "type": "check", "expression": "" },
                                      ^^ BB432 error: this check of "a" needs an "expression"
     { "type": "check", "expression": "price >= (0" },
                                      ^^^^^^^^^^^^^ BB432 error: the check of "a" lacks a ")"
     { "type": "check", "expression": "price > 0; drop table a" },
                                      ^^^^^^^^^^^^^^^^^^^^^^^^^ BB432 error: the check of "a" must be one expression, without ";"
     { "type": "check", "expression": "prise > 0 or \\"name\\" is null" },
                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ BB432 error: "a" has no column "prise", which its check names; did you mean "price"?
                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ BB432 error: "a" has no column "name", which its check names; did you mean "Name"?
     { "type": "check", "expression": "price in (select 1)" },
                                      ^^^^^^^^^^^^^^^^^^^^^ BB432 error: the check of "a" has a subquery, which no database takes there
     { "type": "check", "expression": "PRICE > 0 and Name <> 'x y' and \\"Name\\" like lower('Z') and created_at > date '2020-01-01'" },
     { "type": "check", "expression": "price::numeric > 0 and extract(year from day) > 2000 and cast(price as text) <> 'a'" }] }]
`,
  );
});
