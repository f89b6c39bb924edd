import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('on columns', () => {
  checkRule(
    'redundant-index',
    `
[{ "table_name": "a", "columns": [
  { "name": "id", "type": "Integer", "primary_key": true, "unique": true, "index": true },
                                                          ^^^^^^^^ BB403 hint: "unique" is unnecessary, because "a.id" is the primary key
                                                                          ^^^^^^^ BB403 hint: "index" is unnecessary, because "a.id" is unique, which has an index of its own
  { "name": "b", "unique": true, "index": true },
                                 ^^^^^^^ BB403 hint: "index" is unnecessary, because "a.b" is unique, which has an index of its own
  { "name": "c", "index": true },
                 ^^^^^^^ BB403 hint: "index" is unnecessary, because "a.c" comes first in the index over "c" and "d"
  { "name": "d", "index": true }],
  "indexes": [{ "columns": ["c", "d"] }] }]
`,
  );
});

test('of tables', () => {
  checkRule(
    'redundant-index',
    `
[{ "table_name": "a", "columns": [{ "name": "b", "unique": true }, { "name": "c" }, { "name": "d" }],
  "constraints": [{ "type": "unique", "columns": ["b"] }, { "type": "unique", "columns": ["c", "d"] }],
                                      ^^^^^^^^^ BB403 hint: this is unnecessary, because the key or index over "b" does its work
  "indexes": [{ "columns": ["c"] }, { "columns": ["d", "c"] }, { "columns": ["d"], "unique": true }] }]
                ^^^^^^^^^ BB403 hint: this is unnecessary, because the key or index over "c" and "d" does its work
`,
  );
});
