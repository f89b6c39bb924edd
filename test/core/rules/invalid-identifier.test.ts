import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('refused names', () => {
  checkRule(
    'invalid-identifier',
    `
[{ "table_name": "a.b", "class_name": "A/B",
                 ^^^^^ BB205 error: the name "a.b" contains a dot; use letters, digits and underscores
                                      ^^^^^ BB205 error: the name "A/B" contains a slash; use letters, digits and underscores
   "columns": [{ "name": "say \\"hi\\"" }, { "name": "tab\\there" }, { "name": "  " }, { "name": "\\ud800" }],
                         ^^^^^^^^^^^^ BB205 error: the name "say \\"hi\\"" contains a quote; use letters, digits and underscores
                                                   ^^^^^^^^^^^ BB205 error: the name "tab\\there" contains a control character; use letters, digits and underscores
                                                                            ^^^^ BB205 error: the name "  " consists of spaces; use letters, digits and underscores
                                                                                              ^^^^^^^^ BB205 error: the name "�" contains half of a surrogate pair; use letters, digits and underscores
   "relationships": [{ "name": "it's", "back_populates": "c:\\\\d" }],
                               ^^^^^^ BB205 error: the name "it's" contains a quote; use letters, digits and underscores
                                                         ^^^^^^^ BB205 error: the name "c:\\\\d" contains a slash; use letters, digits and underscores
   "indexes": [{ "name": "i.x" }, { "name": "50%(net)" }] }]
                         ^^^^^ BB205 error: the name "i.x" contains a dot; use letters, digits and underscores
                                            ^^^^^^^^^^ BB205 error: the name "50%(net)" contains "%("; use letters, digits and underscores
`,
  );
});

test('names that Python spells otherwise', () => {
  checkRule(
    'invalid-identifier',
    `
[{ "table_name": "2fa-codes", "class_name": "two factor",
                                            ^^^^^^^^^^^^ BB205 information: "two factor" is no Python identifier of its own; the class is "two_factor" in Python
   "columns": [{ "name": "full name" }, { "name": "_hidden" }, { "name": "1st" }, { "name": "a-b" }, { "name": "a_b" }],
                         ^^^^^^^^^^^ BB205 information: "full name" is no Python identifier of its own; the attribute is "full_name" in Python
                                                  ^^^^^^^^^ BB205 information: "_hidden" is no Python identifier of its own; the attribute is "hidden" in Python
                                                                         ^^^^^ BB205 information: "1st" is no Python identifier of its own; the attribute is "field_1st" in Python
                                                                                            ^^^^^ BB205 information: "a-b" is no Python identifier of its own; the attribute is "a_b" in Python
                                                                                                               ^^^^^ BB205 information: "a_b" is no Python identifier of its own; the attribute is "a_b_2" in Python
   "relationships": [{ "name": "last-post" }] }]
                               ^^^^^^^^^^^ BB205 information: "last-post" is no Python identifier of its own; the attribute is "last_post" in Python
`,
  );
});

test('a derived class', () => {
  checkRule(
    'invalid-identifier',
    `
[{ "table_name": "2fa-codes" }]
                 ^^^^^^^^^^^ BB205 information: "2faCode" is no Python identifier of its own; the class is "Table_2faCode" in Python
`,
  );
});

test('letters of any language are fine', () => {
  checkRule(
    'invalid-identifier',
    `
[{ "table_name": "\\u7528\\u6237", "columns": [{ "name": "stra\\u00dfe" }, { "name": "userId" }] }]
`,
  );
});
