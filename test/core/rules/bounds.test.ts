import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('of values', () => {
  checkRule(
    'bounds',
    `
[{ "table_name": "a", "columns": [
  { "name": "b", "type": "Integer", "min": 5, "max": 4 },
                                           ^ BB323 error: "min" of "a.b" is larger than its "max" 4
  { "name": "c", "type": "SmallInteger", "min": 40000 },
                                                ^^^^^ BB323 error: "min" of "a.c" is larger than any value of its type
  { "name": "d", "type": "Numeric", "precision": 4, "scale": 2, "max": -200 },
                                                                       ^^^^ BB323 error: "max" of "a.d" is smaller than any value of its type
  { "name": "e", "type": "Float", "max": 1e999 },
                                         ^^^^^ BB323 error: "max" of "a.e" is too large a number
  { "name": "f", "type": "Integer", "min": 0, "max": 0 },
  { "name": "g", "type": "Integer", "min": 0.2, "max": 0.8 },
                                           ^^^ BB323 error: "a.g" has no value from its "min" 0.2 to its "max" 0.8
  { "name": "h", "type": "Numeric", "precision": 4, "scale": 1, "min": 0.11, "max": 0.19 },
                                                                       ^^^^ BB323 error: "a.h" has no value from its "min" 0.11 to its "max" 0.19
  { "name": "i", "type": "Numeric", "precision": 4, "scale": 1, "min": 0.11, "max": 0.2 },
  { "name": "j", "type": "Float", "min": 0.2, "max": 0.8 }] }]
`,
  );
});

test('of lengths', () => {
  checkRule(
    'bounds',
    `
[{ "table_name": "a", "columns": [
  { "name": "b", "type": "String", "length": 5, "max_length": 6 },
                                                              ^ BB323 error: "max_length" of "a.b" is larger than its "length" 5
  { "name": "c", "type": "String", "length": 5, "min_length": 6 },
                                                              ^ BB323 error: "min_length" of "a.c" is larger than the longest text, 5
  { "name": "d", "type": "Text", "min_length": 6, "max_length": 5 },
                                               ^ BB323 error: "min_length" of "a.d" is larger than the longest text, 5
  { "name": "e", "type": "String", "length": 60, "format": "password", "max_length": 128 },
  { "name": "f", "type": "String", "format": "password", "max_length": 4 },
                                                                       ^ BB323 error: "max_length" of the password "a.f" is below the usual least length 8; write "min_length", too
  { "name": "g", "type": "String", "length": 5, "min_length": 5, "max_length": 5 }] }]
`,
  );
});

test('of formats', () => {
  checkRule(
    'bounds',
    `
[{ "table_name": "a", "columns": [
  { "name": "b", "type": "Char", "format": "country" },
                                           ^^^^^^^^^ BB323 error: "a.b" holds at most 1 characters, but the format "country" needs 2
  { "name": "c", "type": "Text", "format": "email", "max_length": 4 },
                                           ^^^^^^^ BB323 error: "a.c" holds at most 4 characters, but the format "email" needs 5
  { "name": "d", "type": "Text", "format": "color", "min_length": 10 },
                                           ^^^^^^^ BB323 error: "min_length" of "a.d" is larger than any text of the format "color"
  { "name": "e", "type": "Char", "length": 2, "format": "country" }] }]
`,
  );
});
