import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('in keys, uniques and indexes', () => {
  checkRule(
    'json-key',
    `
[{ "table_name": "a",
   "columns": [
     { "name": "b", "type": "JSONB", "primary_key": true },
                                                    ^^^^ BB325 error: "a.b" is JSON, which cannot be a primary key
     { "name": "c", "type": "JSON", "unique": true },
                                              ^^^^ BB325 error: "a.c" cannot be unique or indexed: PostgreSQL does not compare values of the type JSON; use "JSONB"
     { "name": "d", "type": "JSONB", "index": true }],
   "indexes": [{ "columns": ["d", "c"] }] }]
                                  ^^^ BB325 error: "a.c" cannot be unique or indexed: PostgreSQL does not compare values of the type JSON; use "JSONB"
`,
  );
});
