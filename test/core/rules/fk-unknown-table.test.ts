import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('with the nearest name', () => {
  checkRule(
    'fk-unknown-table',
    `
[{ "table_name": "users", "columns": [
  { "name": "id" },
  { "name": "a", "type": "ForeignKey", "target": "user.id" },
                                                 ^^^^^^^^^ BB411 error: "users.a" references the table "user", which does not exist; did you mean "users"?
  { "name": "b", "type": "ForeignKey", "target": "companies.id" },
                                                 ^^^^^^^^^^^^^^ BB411 error: "users.b" references the table "companies", which does not exist
  { "name": "c", "type": "ForeignKey", "target": "users.key" }] }]
`,
  );
});

test('the table of a constraint', () => {
  checkRule(
    'fk-unknown-table',
    `
[{ "table_name": "users", "columns": [{ "name": "x", "type": "Integer" }], "constraints": [
  { "type": "foreign_key", "columns": ["x", "y"], "target_table": "user", "target_columns": ["x", "y"] },
                                                                  ^^^^^^ BB411 error: "users (x, y)" references the table "user", which does not exist; did you mean "users"?
  { "type": "foreign_key", "columns": ["x"], "target_table": "users", "target_columns": ["x"] }] }]
`,
  );
});
