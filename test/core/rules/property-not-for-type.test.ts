import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('on columns', () => {
  checkRule(
    'property-not-for-type',
    `
[{ "table_name": "a", "columns": [
  { "name": "b", "type": "Integer", "length": 5, "min": 1 },
                                    ^^^^^^^^ BB301 warning: "length" has no effect on "a.b", which is of the type Integer
  { "name": "c", "type": "Text", "precision": 2, "on_delete": "CASCADE" },
                                                 ^^^^^^^^^^^ BB301 warning: "on_delete" has no effect on "a.c", which has no "target"
                                 ^^^^^^^^^^^ BB301 warning: "precision" has no effect on "a.c", which is of the type Text
  { "name": "d", "type": "ForeignKey", "target": "a.b", "on_delete": "CASCADE", "length": 3, "autoincrement": false },
                                                                                ^^^^^^^^ BB301 warning: "length" has no effect on "a.d", which is of the type ForeignKey
  { "name": "e", "type": "String", "length": 5, "autoincrement": false },
                                                ^^^^^^^^^^^^^^^ BB301 warning: "autoincrement" has no effect on "a.e", which is of the type String
  { "name": "f", "type": "Strin", "scale": 5 }] }]
`,
  );
});

test('on relationships and constraints', () => {
  checkRule(
    'property-not-for-type',
    `
[{ "table_name": "a",
   "relationships": [
     { "type": "many_to_many", "foreign_key": "b_id" },
                               ^^^^^^^^^^^^^ BB301 warning: "foreign_key" has no effect on a relationship of the type "many_to_many", as here in "a"
     { "type": "many_to_one", "secondary": "c", "order_by": ["id"], "foreign_key": "b_id" }],
                              ^^^^^^^^^^^ BB301 warning: "secondary" has no effect on a relationship of the type "many_to_one", as here in "a"
                                                ^^^^^^^^^^ BB301 warning: "order_by" has no effect on a relationship of the type "many_to_one", as here in "a"
   "constraints": [{ "type": "unique", "columns": ["b"], "expression": "b > 0" }] }]
                                                         ^^^^^^^^^^^^ BB301 warning: "expression" has no effect on a constraint of the type "unique", as here in "a"
`,
  );
});
