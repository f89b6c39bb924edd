import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('expressions and conditions that are unsound or about other columns', () => {
  checkRule(
    'index-expression',
    `
[{ "table_name": "a", "options": { "use_soft_delete": true }, "columns": [{ "name": "x" }, { "name": "Y" }], "indexes": [
     { "columns": [{ "expression": "lower(x" }], "where": "x > 0 -- all" },
                                   ^^^^^^^^^ BB441 error: the index of "a" lacks a ")"
                                                          ^^^^^^^^^^^^^^ BB441 error: the index of "a" must not have a comment
     { "columns": [{ "expression": "lower(x), Y" }], "where": "" },
                                   ^^^^^^^^^^^^^ BB441 error: the index of "a" must be one expression, without ","
                                                              ^^ BB441 error: the index of "a" is empty
     { "columns": [{ "expression": "x desc" }], "where": "z is null" },
                                   ^^^^^^^^ BB441 error: "a" has no column "desc", which its index names
                                                         ^^^^^^^^^^^ BB441 error: "a" has no column "z", which its index names; did you mean "x"?
     { "columns": [{ "expression": "coalesce(x, Y)" }], "where": "deleted_at is null and x in (1, 2)" }],
   "constraints": [{ "type": "exclude", "method": "gist", "elements": [{ "expression": "box(x", "with": "&&" }], "where": "z" }] }]
                                                                                       ^^^^^^^ BB441 error: the exclusion of "a" lacks a ")"
                                                                                                                          ^^^ BB441 error: "a" has no column "z", which its exclusion names; did you mean "x"?
`,
  );
});
