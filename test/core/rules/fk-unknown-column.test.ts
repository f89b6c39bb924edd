import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('with the nearest name', () => {
  checkRule(
    'fk-unknown-column',
    `
[{ "table_name": "users", "columns": [
  { "name": "email" },
  { "name": "a", "type": "ForeignKey", "target": "users.emial" },
                                                 ^^^^^^^^^^^^^ BB412 error: "users.a" references "users.emial", but that table has no such column; did you mean "email"?
  { "name": "b", "type": "ForeignKey", "target": "users.email" },
  { "name": "c", "type": "ForeignKey", "target": "user.id" }] }]
`,
  );
});

test('a column of a constraint', () => {
  checkRule(
    'fk-unknown-column',
    `
[{ "table_name": "users", "columns": [{ "name": "tenant", "type": "Integer" }], "constraints": [
  { "type": "foreign_key", "columns": ["x", "y"], "target_table": "users", "target_columns": ["tenant", "tenants"] }] }]
                                                                                                        ^^^^^^^^^ BB412 error: "users (x, y)" references "users.tenants", but that table has no such column; did you mean "tenant"?
`,
  );
});
