import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('on MySQL', () => {
  checkRule(
    'lob-default',
    `
{ "db_type": "mysql", "schema": [{ "table_name": "a",
   "columns": [
     { "name": "b", "type": "Text", "default": "x" },
                                    ^^^^^^^^^ BB311 warning: "a.b" of the type Text has a default that MySQL cannot keep; the backend sets it, other clients of the database do not
     { "name": "c", "type": "JSON", "default": {} },
                                    ^^^^^^^^^ BB311 warning: "a.c" of the type JSON has a default that MySQL cannot keep; the backend sets it, other clients of the database do not
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
