import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('on mysql', () => {
  checkRule(
    'string-needs-length',
    `
{ "db_type": "mysql", "schema": [{ "table_name": "a",
   "columns": [
     { "name": "b", "type": "String" },
                            ^^^^^^^^ BB302 error: "a.b" needs "length" on MySQL; write one, such as 255, or use "Text"
     { "name": "c", "type": "String", "length": 20 },
     { "name": "d", "type": "String", "format": "password" },
     { "name": "e", "type": "Text" }] }] }
`,
  );
});

test('on mssql', () => {
  checkRule(
    'string-needs-length',
    `
{ "db_type": "mssql", "schema": [{ "table_name": "a",
   "columns": [
     { "name": "b", "type": "String" },
                            ^^^^^^^^ BB302 information: "a.b" has no "length", so SQL Server stores it as VARCHAR(max), which no index takes
     { "name": "c", "type": "String", "length": 20 },
     { "name": "d", "type": "String", "format": "password" },
     { "name": "e", "type": "Text" }] }] }
`,
  );
});

test('on postgresql', () => {
  checkRule(
    'string-needs-length',
    `
{ "db_type": "postgresql", "schema": [{ "table_name": "a",
   "columns": [
     { "name": "b", "type": "String" },
     { "name": "c", "type": "String", "length": 20 },
     { "name": "d", "type": "String", "format": "password" },
     { "name": "e", "type": "Text" }] }] }
`,
  );
});
