import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('words that do not fit and SQL that is not one expression', () => {
  checkRule(
    'server-default',
    `
[{ "table_name": "a", "columns": [
  { "name": "b", "type": "Integer", "server_default": "now" },
                                                      ^^^^^ BB324 error: the server default "now" is no value of "a.b", which is of the type Integer
  { "name": "c", "type": "Boolean", "server_default": "true" },
  { "name": "d", "type": "String", "nullable": false, "server_default": "null" },
                                                                        ^^^^^^ BB324 error: the server default of "a.d" is NULL, but the column is never NULL
  { "name": "e", "type": "Integer", "server_default": "1; drop table a" },
                                                      ^^^^^^^^^^^^^^^^^ BB324 error: the SQL of "a.e" must be one expression, without ";"
  { "name": "f", "type": "Integer", "server_default": "(1 + 2" },
                                                      ^^^^^^^^ BB324 error: the SQL of "a.f" lacks a ")"
  { "name": "g", "type": "String", "server_default": "'it''s -- fine; (really'" },
  { "name": "h", "type": "String", "server_default": "'open" },
                                                     ^^^^^^^ BB324 error: the SQL of "a.h" has a ' without its other
  { "name": "i", "type": "Integer", "server_default": "1 -- one" },
                                                      ^^^^^^^^^^ BB324 error: the SQL of "a.i" must not have a comment
  { "name": "j", "type": "DateTime", "server_default": "now" },
  { "name": "k", "type": "DateTime", "server_default": "today" },
                                                       ^^^^^^^ BB324 error: the server default "today" is no value of "a.k", which is of the type DateTime
  { "name": "l", "type": "String", "server_default": "uuid" }] }]
                                                     ^^^^^^ BB324 error: the server default "uuid" is no value of "a.l", which is of the type String
`,
  );
});
