import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('on mysql', () => {
  checkRule(
    'lob-unique-or-index',
    `
{ "db_type": "mysql", "schema": [{ "table_name": "a",
   "columns": [
     { "name": "id", "type": "Text", "primary_key": true },
                                                    ^^^^ BB317 error: "a.id" of the type Text cannot be in a primary key on MySQL; use "String" with a length
     { "name": "b", "type": "JSON", "unique": true },
                                              ^^^^ BB317 error: "a.b" of the type JSON cannot be in a unique on MySQL; use "String" with a length
     { "name": "c", "type": "String", "length": 20, "index": true },
     { "name": "d", "type": "LTree" },
     { "name": "e", "type": "String", "index": true }],
   "constraints": [{ "type": "unique", "columns": ["c", "d"] }],
                                                        ^^^ BB317 error: "a.d" of the type LTree cannot be in a unique on MySQL; use "String" with a length
   "indexes": [{ "columns": ["c", { "name": "d", "direction": "desc" }] }] }] }
                                            ^^^ BB317 error: "a.d" of the type LTree cannot be in an index on MySQL; use "String" with a length
`,
  );
});

test('on mssql', () => {
  checkRule(
    'lob-unique-or-index',
    `
{ "db_type": "mssql", "schema": [{ "table_name": "a",
   "columns": [
     { "name": "id", "type": "Text", "primary_key": true },
                                                    ^^^^ BB317 error: "a.id" of the type Text cannot be in a primary key on SQL Server; use "String" with a length
     { "name": "b", "type": "JSON", "unique": true },
                                              ^^^^ BB317 error: "a.b" of the type JSON cannot be in a unique on SQL Server; use "String" with a length
     { "name": "c", "type": "String", "length": 20, "index": true },
     { "name": "d", "type": "LTree" },
     { "name": "e", "type": "String", "index": true }],
                                               ^^^^ BB317 error: "a.e" of the type String cannot be in an index on SQL Server; use "String" with a length
   "constraints": [{ "type": "unique", "columns": ["c", "d"] }],
                                                        ^^^ BB317 error: "a.d" of the type LTree cannot be in a unique on SQL Server; use "String" with a length
   "indexes": [{ "columns": ["c", { "name": "d", "direction": "desc" }] }] }] }
                                            ^^^ BB317 error: "a.d" of the type LTree cannot be in an index on SQL Server; use "String" with a length
`,
  );
});

test('on postgresql', () => {
  checkRule(
    'lob-unique-or-index',
    `
{ "db_type": "postgresql", "schema": [{ "table_name": "a",
   "columns": [
     { "name": "id", "type": "Text", "primary_key": true },
     { "name": "b", "type": "JSON", "unique": true },
     { "name": "c", "type": "String", "length": 20, "index": true },
     { "name": "d", "type": "LTree" },
     { "name": "e", "type": "String", "index": true }],
   "constraints": [{ "type": "unique", "columns": ["c", "d"] }],
   "indexes": [{ "columns": ["c", { "name": "d", "direction": "desc" }] }] }] }
`,
  );
});
