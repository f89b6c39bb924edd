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

test('literals that are read', () => {
  checkRule(
    'server-default',
    `
[{ "table_name": "a", "columns": [
  { "name": "b", "type": "Interval", "server_default": "interval '1 day'" },
  { "name": "c", "type": "Interval", "server_default": "'1 month'" },
                                                       ^^^^^^^^^^^ BB324 error: the server default of "a.c" is no literal that is understood; write it as "default"
  { "name": "d", "type": "LargeBinary", "server_default": "'\\\\x00ff'::bytea" },
  { "name": "e", "type": "LargeBinary", "server_default": "decode('00', 'hex')" }] }]
                                                          ^^^^^^^^^^^^^^^^^^^^^ BB324 error: the server default of "a.e" is no literal that is understood; write it as "default"
`,
  );
});

test('arrays are literals that are understood, of items that fit', () => {
  checkRule(
    'server-default',
    `
[{ "table_name": "a", "columns": [
  { "name": "b", "type": "Array", "items": { "type": "Integer" }, "server_default": "'{1, 2}'::integer[]" },
  { "name": "c", "type": "Array", "items": { "type": "Integer" }, "server_default": "'{1,NULL}'" },
                                                                                    ^^^^^^^^^^^^ BB324 error: the server default of "a.c" is no literal that is understood; write it as "default"
  { "name": "d", "type": "Array", "items": { "type": "Text" }, "server_default": "ARRAY['a, b', 'c']::text[]" },
  { "name": "e", "type": "Array", "items": { "type": "Text" }, "server_default": "string_to_array('a b', ' ')" },
                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ BB324 error: the server default of "a.e" is no literal that is understood; write it as "default"
  { "name": "f", "type": "Array", "items": { "type": "SmallInteger" }, "server_default": "'{40000}'" },
                                                                                         ^^^^^^^^^^^ BB324 error: an item of the server default of "a.f" must be from -32768 to 32767
  { "name": "g", "type": "Array", "items": { "type": "Enum", "values": ["x"] }, "server_default": "'{x,y}'" },
                                                                                                  ^^^^^^^^^ BB324 error: an item of the server default of "a.g" is none of the values
  { "name": "h", "type": "Array", "items": { "type": "Text" }, "dimensions": 2, "server_default": "'{a}'" }] }]
                                                                                                  ^^^^^^^ BB324 error: the server default of "a.h" must be lists in 2 levels, all of a level of one length, none empty
`,
  );
});
