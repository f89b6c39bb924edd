import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('on mysql', () => {
  checkRule(
    'index-key-too-wide',
    `
{ "db_type": "mysql", "schema": [{ "table_name": "a",
   "columns": [
     { "name": "id", "type": "String", "length": 500, "primary_key": true },
     { "name": "b", "type": "String", "length": 800, "unique": true },
                                                               ^^^^ BB318 error: "a.b" can take 3200 bytes, but MySQL allows 3072 in a unique; lower "length"
     { "name": "c", "type": "UUID" },
     { "name": "d", "type": "String", "length": 740 },
     { "name": "e", "type": "String", "length": 400, "index": true }],
   "indexes": [{ "columns": ["c", "d"] }] }] }
                                  ^^^ BB318 error: "a.c" and "a.d" can take 3088 bytes, but MySQL allows 3072 in an index; lower "length"
`,
  );
});

test('on mssql', () => {
  checkRule(
    'index-key-too-wide',
    `
{ "db_type": "mssql", "schema": [{ "table_name": "a",
   "columns": [
     { "name": "id", "type": "String", "length": 500, "primary_key": true },
                                                                     ^^^^ BB318 warning: "a.id" can take 1000 bytes, but SQL Server allows 900 in a primary key; lower "length"
     { "name": "b", "type": "String", "length": 800, "unique": true },
     { "name": "c", "type": "UUID" },
     { "name": "d", "type": "String", "length": 740 },
     { "name": "e", "type": "String", "length": 400, "index": true }],
   "indexes": [{ "columns": ["c", "d"] }] }] }
`,
  );
});

test('on postgresql', () => {
  checkRule(
    'index-key-too-wide',
    `
{ "db_type": "postgresql", "schema": [{ "table_name": "a",
   "columns": [
     { "name": "id", "type": "String", "length": 500, "primary_key": true },
     { "name": "b", "type": "String", "length": 800, "unique": true },
     { "name": "c", "type": "UUID" },
     { "name": "d", "type": "String", "length": 740 },
     { "name": "e", "type": "String", "length": 400, "index": true }],
   "indexes": [{ "columns": ["c", "d"] }] }] }
`,
  );
});
