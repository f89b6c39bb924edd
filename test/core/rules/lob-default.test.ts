import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('on MySQL', () => {
  checkRule(
    'lob-default',
    `
{ "db_type": "mysql", "schema": [{ "table_name": "a",
   "columns": [
     { "name": "b", "type": "Text", "default": "x" },
                                    ^^^^^^^^^ BB311 warning: "a.b" of the type Text has a default, which MySQL takes since 8.0.13 only
     { "name": "c", "type": "JSON", "default": {} },
                                    ^^^^^^^^^ BB311 warning: "a.c" of the type JSON has a default, which MySQL takes since 8.0.13 only
     { "name": "d", "type": "String", "length": 5, "default": "x" },
     { "name": "e", "type": "Text", "default": null }] }] }
`,
  );
});

test('other databases take it', () => {
  checkRule(
    'lob-default',
    `
[{ "table_name": "a", "columns": [{ "name": "b", "type": "Text", "default": "x" }] }]
`,
  );
});
