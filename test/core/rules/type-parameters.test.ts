import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('what custom types and ranges are made of', () => {
  checkRule(
    'type-parameters',
    `
[{ "table_name": "a",
   "columns": [
     { "name": "b", "type": "Custom" },
                            ^^^^^^^^ BB326 error: "a.b" of the type Custom needs "sql_type"
     { "name": "c", "type": "Custom", "sql_type": "geometry(Point, 4326)" },
     { "name": "d", "type": "Custom", "sql_type": "int; DROP TABLE a" },
                                                  ^^^^^^^^^^^^^^^^^^^ BB326 error: the SQL type of "a.d" must be one expression, without ";"
     { "name": "e", "type": "Range" },
                            ^^^^^^^ BB326 error: "a.e" of the type Range needs "subtype"
     { "name": "f", "type": "Range", "subtype": "Date", "timezone": true },
                                                        ^^^^^^^^^^ BB326 warning: "timezone" has no effect on "a.f", a range without times
     { "name": "g", "type": "Range", "subtype": "DateTime", "timezone": true },
     { "name": "h", "type": "Custom", "sql_type": "" }] }]
                                                  ^^ BB326 error: the SQL type of "a.h" is empty
`,
  );
});

test('arrays', () => {
  checkRule(
    'type-parameters',
    `
[{ "table_name": "a",
   "columns": [
     { "name": "b", "type": "Array" },
                            ^^^^^^^ BB326 error: "a.b" of the type Array needs "items"
     { "name": "c", "type": "Array", "items": { "type": "Integer" }, "dimensions": 0 },
                                                                                   ^ BB326 error: the dimensions of "a.c" must be from 1 to 6
     { "name": "d", "type": "Array", "items": { "type": "Range" }, "dimensions": 7 },
                                                                                 ^ BB326 error: the dimensions of "a.d" must be from 1 to 6
                                                        ^^^^^^^ BB326 error: "a.d" of the type Range needs "subtype"
     { "name": "e", "type": "Array", "items": { "type": "String", "format": "password" } }] }]
                                                                            ^^^^^^^^^^ BB326 error: the items of "a.e" cannot be passwords, which are hashed one by one
`,
  );
});
