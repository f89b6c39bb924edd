import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('methods, orders and SQL of PostgreSQL alone', () => {
  checkRule(
    'index-not-on-sqlite',
    `
[{ "table_name": "a", "columns": [{ "name": "x" }], "indexes": [
     { "columns": ["x", { "name": "x", "direction": "desc", "nulls": "first" }], "where": "x > 0" },
     { "columns": [{ "name": "x", "opclass": "text_pattern_ops" }], "include": ["x"], "method": "btree" },
     { "columns": ["x"], "method": "brin" },
       ^^^^^^^^^ BB444 information: SQLite goes without this index of "a", because it has no indexes of this method
     { "columns": [{ "name": "x", "direction": "desc", "nulls": "last" }] },
       ^^^^^^^^^ BB444 information: SQLite goes without this index of "a", because it neither places NULLs nor has operator classes
     { "columns": [{ "expression": "lower(x)", "opclass": "text_pattern_ops" }] },
       ^^^^^^^^^ BB444 information: SQLite goes without this index of "a", because it neither places NULLs nor has operator classes
     { "columns": [{ "expression": "md5(x)" }], "unique": true }],
       ^^^^^^^^^ BB444 information: SQLite goes without this index of "a", because its SQL is more than BackBone reads, so rows that it refuses on PostgreSQL are taken there
   "constraints": [{ "type": "exclude", "method": "hash", "elements": [{ "name": "x", "with": "=" }] }] }]
                             ^^^^^^^^^ BB444 information: SQLite goes without this exclusion of "a", because it has none, so rows that it refuses on PostgreSQL are taken there
`,
  );
});
