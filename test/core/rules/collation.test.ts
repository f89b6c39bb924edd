import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('collations of PostgreSQL', () => {
  checkRule(
    'collation',
    `
{ "project_name": "p", "db_type": "postgresql", "schema": [{ "table_name": "a", "columns": [
  { "name": "b", "type": "String", "collation": "C" },
  { "name": "c", "type": "Text", "collation": "de-AT-x-icu" },
  { "name": "d", "type": "Char", "collation": "de_DE.utf8" },
                                              ^^^^^^^^^^^^ BB334 warning: not every PostgreSQL has the collation "de_DE.utf8"; see that yours has it before the migration runs
  { "name": "e", "type": "CIText", "collation": "C" },
                                                ^^^ BB334 error: "a.e" is a CIText, whose collation ignores case; use "String" or "Text" for another
  { "name": "f", "type": "Array", "items": { "type": "Text", "collation": "a\\"b" } }] }] }
                                                                          ^^^^^^ BB334 error: PostgreSQL has no collation "a\\"b"
`,
  );
});

test('collations of SQLite', () => {
  checkRule(
    'collation',
    `
{ "project_name": "p", "db_type": "sqlite", "schema": [{ "table_name": "a", "columns": [
  { "name": "b", "type": "String", "collation": "nocase" },
  { "name": "c", "type": "Text", "collation": "C" }] }] }
                                              ^^^ BB334 error: SQLite has no collation "C"; it has BINARY, NOCASE and RTRIM
`,
  );
});

test('collations of MySQL', () => {
  checkRule(
    'collation',
    `
{ "project_name": "p", "db_type": "mysql", "schema": [{ "table_name": "a", "columns": [
  { "name": "b", "type": "Text", "collation": "utf8mb4_general_ci" },
  { "name": "c", "type": "Text", "collation": "latin1_swedish_ci" }] }] }
                                              ^^^^^^^^^^^^^^^^^^^ BB334 error: MySQL has no collation "latin1_swedish_ci" for utf8mb4, which all text is kept in
`,
  );
});
