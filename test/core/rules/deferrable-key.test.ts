import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('MySQL has none', () => {
  checkRule(
    'deferrable-key',
    `
{ "db_type": "mysql", "schema": [
  { "table_name": "a", "columns": [{ "name": "id", "type": "Integer" }] },
  { "table_name": "b",
    "columns": [{ "name": "a_id", "type": "ForeignKey", "target": "a.id", "deferrable": "deferred" }, { "name": "x" }, { "name": "y" }],
                                                                          ^^^^^^^^^^^^ BB424 error: MySQL has no deferrable keys, as "b.a_id" would be; remove "deferrable"
    "constraints": [{ "type": "foreign_key", "columns": ["x", "y"], "target_table": "a", "target_columns": ["p", "q"], "deferrable": "immediate" }] }] }
                                                                                                                       ^^^^^^^^^^^^ BB424 error: MySQL has no deferrable keys, as "b (x, y)" would be; remove "deferrable"
`,
  );
});

test('SQLite has them', () => {
  checkRule(
    'deferrable-key',
    `
{ "db_type": "sqlite", "schema": [{ "table_name": "a", "columns": [
  { "name": "b", "type": "ForeignKey", "target": "a.id", "deferrable": "deferred" }] }] }
`,
  );
});
