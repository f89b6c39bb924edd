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

test('indexes of other rows, orders, expressions and methods do other work', () => {
  checkRule(
    'redundant-index',
    `
[{ "table_name": "a", "columns": [{ "name": "b", "index": true }, { "name": "c" }], "indexes": [
                                                 ^^^^^^^ BB403 hint: "index" is unnecessary, because "a.b" comes first in the index over "b" and "c"
     { "columns": ["b", "c"], "where": "c > 0" },
     { "columns": ["b"], "where": "c > 0" },
       ^^^^^^^^^ BB403 hint: this is unnecessary, because the key or index over "b" and "c" does its work
     { "columns": [{ "name": "b", "direction": "desc" }, "c"] },
     { "columns": [{ "name": "b", "direction": "desc", "nulls": "first" }] },
       ^^^^^^^^^ BB403 hint: this is unnecessary, because the key or index over "b" and "c" does its work
     { "columns": [{ "expression": "lower(b)" }, "c"], "unique": true },
     { "columns": [{ "expression": "lower(b)" }] },
       ^^^^^^^^^ BB403 hint: this is unnecessary, because the key or index over "lower(b)" and "c" does its work
     { "columns": ["c"], "method": "hash" },
     { "columns": ["c", "b"], "include": ["b"] },
     { "columns": ["c"], "include": ["b"] },
       ^^^^^^^^^ BB403 hint: this is unnecessary, because the key or index over "c" and "b" does its work
     { "columns": ["c"], "unique": true, "nulls_not_distinct": true }] }]
`,
  );
});
