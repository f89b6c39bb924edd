import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('on sqlite', () => {
  checkRule(
    'type-unsupported',
    `
{ "db_type": "sqlite", "schema": [{ "table_name": "a",
   "columns": [
     { "name": "b", "type": "JSONB" },
                            ^^^^^^^ BB316 warning: SQLite has no type JSONB; "a.b" is kept as JSON
     { "name": "c", "type": "INET" },
                            ^^^^^^ BB316 warning: SQLite has no type INET; "a.c" is kept as text
     { "name": "d", "type": "TSVector" },
                            ^^^^^^^^^^ BB316 error: SQLite has no type TSVector and nothing in its place for "a.d"
     { "name": "e", "type": "Custom", "sql_type": "x" },
     { "name": "f", "type": "UUID" }] }] }
`,
  );
});

test('on mysql', () => {
  checkRule(
    'type-unsupported',
    `
{ "db_type": "mysql", "schema": [{ "table_name": "a",
   "columns": [
     { "name": "b", "type": "JSONB" },
                            ^^^^^^^ BB316 warning: MySQL has no type JSONB; "a.b" is kept as JSON
     { "name": "c", "type": "INET" },
                            ^^^^^^ BB316 warning: MySQL has no type INET; "a.c" is kept as text
     { "name": "d", "type": "TSVector" },
                            ^^^^^^^^^^ BB316 error: MySQL has no type TSVector and nothing in its place for "a.d"
     { "name": "e", "type": "Custom", "sql_type": "x" },
     { "name": "f", "type": "UUID" }] }] }
`,
  );
});

test('on mssql', () => {
  checkRule(
    'type-unsupported',
    `
{ "db_type": "mssql", "schema": [{ "table_name": "a",
   "columns": [
     { "name": "b", "type": "JSONB" },
                            ^^^^^^^ BB316 warning: SQL Server has no type JSONB; "a.b" is kept as JSON
     { "name": "c", "type": "INET" },
                            ^^^^^^ BB316 warning: SQL Server has no type INET; "a.c" is kept as text
     { "name": "d", "type": "TSVector" },
                            ^^^^^^^^^^ BB316 error: SQL Server has no type TSVector and nothing in its place for "a.d"
     { "name": "e", "type": "Custom", "sql_type": "x" },
     { "name": "f", "type": "UUID" }] }] }
`,
  );
});

test('on postgresql', () => {
  checkRule(
    'type-unsupported',
    `
{ "db_type": "postgresql", "schema": [{ "table_name": "a",
   "columns": [
     { "name": "b", "type": "JSONB" },
     { "name": "c", "type": "INET" },
     { "name": "d", "type": "TSVector" },
     { "name": "e", "type": "Custom", "sql_type": "x" },
     { "name": "f", "type": "UUID" }] }] }
`,
  );
});
