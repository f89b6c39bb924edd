import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('of Alembic, SQLite and PostgreSQL', () => {
  checkRule(
    'reserved-name',
    `
[{ "table_name": "Alembic_Version" },
                 ^^^^^^^^^^^^^^^^^ BB215 error: the table "Alembic_Version" belongs to Alembic, which keeps the revision there; rename it
 { "table_name": "sqlite_users", "columns": [{ "name": "ctid" }, { "name": "XMIN" }],
                 ^^^^^^^^^^^^^^ BB215 error: names that start with "sqlite_" belong to SQLite; rename the table "sqlite_users"
                                                       ^^^^^^ BB215 error: every table of PostgreSQL has a column of its own named "ctid"; rename "sqlite_users.ctid"
   "indexes": [{ "columns": ["ctid"], "name": "sqlite_i" }] }]
                                              ^^^^^^^^^^ BB215 error: names that start with "sqlite_" belong to SQLite; rename the index "sqlite_i"
`,
  );
});

test('system columns of PostgreSQL are free on SQLite', () => {
  checkRule(
    'reserved-name',
    `
{ "db_type": "sqlite", "schema": [{ "table_name": "a", "columns": [{ "name": "ctid" }] }] }
`,
  );
});
