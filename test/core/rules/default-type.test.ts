import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('numbers', () => {
  checkRule(
    'default-type',
    `
[{ "table_name": "a", "columns": [
  { "name": "b", "type": "Integer", "default": "1" },
                                               ^^^ BB308 error: the default of "a.b" must be a whole number, without quotes
  { "name": "c", "type": "Integer", "default": 2147483648 },
                                               ^^^^^^^^^^ BB308 error: the default of "a.c" must be from -2147483648 to 2147483647
  { "name": "d", "type": "SmallInteger", "default": -32768 },
  { "name": "e", "type": "BigInteger", "default": 9007199254740993 },
                                                  ^^^^^^^^^^^^^^^^ BB308 error: the default of "a.e" is too large to be read exactly; use "server_default"
  { "name": "f", "type": "Numeric", "precision": 4, "scale": 2, "default": 100 },
                                                                           ^^^ BB308 error: the default of "a.f" must have at most 2 digits before the point
  { "name": "g", "type": "Numeric", "precision": 4, "scale": 2, "default": 1.005 },
                                                                           ^^^^^ BB308 error: the default of "a.g" must have at most 2 digits after the point
  { "name": "h", "type": "Numeric", "precision": 4, "scale": 2, "default": "-99.90" },
  { "name": "i", "type": "Numeric", "default": "ten" },
                                               ^^^^^ BB308 error: the default of "a.i" must be a number
  { "name": "j", "type": "Float", "default": "1.5" },
                                             ^^^^^ BB308 error: the default of "a.j" must be a number, without quotes
  { "name": "k", "type": "Real", "default": 1e39 },
                                            ^^^^ BB308 error: the default of "a.k" is too large for 32 bits
  { "name": "l", "type": "Float", "default": 1e999 },
                                             ^^^^^ BB308 error: the default of "a.l" must be a number, without quotes
  { "name": "m", "type": "Numeric", "precision": 30, "scale": 10, "default": 1e-7 }] }]
`,
  );
});

test('other types', () => {
  checkRule(
    'default-type',
    `
[{ "table_name": "a", "columns": [
  { "name": "b", "type": "Boolean", "default": 1 },
                                               ^ BB308 error: the default of "a.b" must be true or false
  { "name": "c", "type": "String", "default": true },
                                              ^^^^ BB308 error: the default of "a.c" must be a text in quotes
  { "name": "d", "type": "Enum", "values": ["x"], "default": 1 },
                                                             ^ BB308 error: the default of "a.d" must be one of the values, in quotes
  { "name": "e", "type": "UUID", "default": "123" },
                                            ^^^^^ BB308 error: the default of "a.e" must be a UUID, as hexadecimal digits with dashes
  { "name": "f", "type": "UUID", "default": "6F9619FF-8B86-D011-B42D-00CF4FC964FF" },
  { "name": "g", "type": "JSON", "default": { "a": [1] } },
  { "name": "h", "type": "String", "default": null },
  { "name": "i", "type": "String", "default": null, "nullable": false },
                                              ^^^^ BB308 error: the default of "a.i" is null, but the column is never NULL
  { "name": "j", "type": "Text", "default": "a\\u0000b" },
                                            ^^^^^^^^^^ BB308 error: the default of "a.j" has a character that databases do not store
  { "name": "k", "type": "Strin", "default": 5 }] }]
`,
  );
});

test('dates and times', () => {
  checkRule(
    'default-type',
    `
[{ "table_name": "a", "columns": [
  { "name": "b", "type": "Date", "default": "2026-02-29" },
                                            ^^^^^^^^^^^^ BB308 error: the default of "a.b" must be a date like "2026-01-31"
  { "name": "c", "type": "Date", "default": "2028-02-29" },
  { "name": "d", "type": "DateTime", "default": "2026-01-31T12:00:00Z" },
                                                ^^^^^^^^^^^^^^^^^^^^^^ BB308 error: the default of "a.d" has an offset, which a column without "timezone" does not store
  { "name": "e", "type": "DateTime", "timezone": true, "default": "2026-01-31T12:00:00" },
                                                                  ^^^^^^^^^^^^^^^^^^^^^ BB308 error: the default of "a.e" needs an offset like "Z", because the column has "timezone"
  { "name": "f", "type": "DateTime", "timezone": true, "default": "2026-01-31 12:00:00.5+02:00" },
  { "name": "g", "type": "DateTime", "default": "2026-01-31" },
                                                ^^^^^^^^^^^^ BB308 error: the default of "a.g" must be a date and time like "2026-01-31T13:30:00"
  { "name": "h", "type": "Time", "default": "24:00" },
                                            ^^^^^^^ BB308 error: the default of "a.h" must be a time like "13:30:00"
  { "name": "i", "type": "Time", "default": "23:59" }] }]
`,
  );
});

test('of a foreign key, by the type of its target', () => {
  checkRule(
    'default-type',
    `
[{ "table_name": "a", "columns": [
  { "name": "id", "type": "Integer" },
  { "name": "b", "type": "ForeignKey", "target": "a.id", "default": "x" },
                                                                    ^^^ BB308 error: the default of "a.b" must be a whole number, without quotes
  { "name": "c", "type": "ForeignKey", "target": "a.b", "default": 5 }] }]
`,
  );
});

test('beside a server default', () => {
  checkRule(
    'default-type',
    `
[{ "table_name": "a", "columns": [
  { "name": "b", "type": "Boolean", "default": true, "server_default": "true" }] }]
                                                     ^^^^^^^^^^^^^^^^ BB308 error: "a.b" has both "default" and "server_default"; keep one
                                               ~~~~ the other default
`,
  );
});
