import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('a circle and a second way on SQL Server', () => {
  checkRule(
    'multiple-cascade-paths',
    `
{ "db_type": "mssql", "schema": [
  { "table_name": "a", "columns": [{ "name": "id" },
    { "name": "parent", "target": "a.id", "on_delete": "SET NULL" }] },
                                                       ^^^^^^^^^^ BB419 error: a change of "a" would reach itself again ("a" → "a"), which SQL Server refuses; write "NO ACTION" here
  { "table_name": "b", "columns": [{ "name": "id" },
    { "name": "other", "target": "c.id" }] },
  { "table_name": "c", "columns": [{ "name": "id" },
    { "name": "b", "target": "b.id", "on_delete": "CASCADE" }] },
                             ~~~~~~ "c.b" is on the way
  { "table_name": "d", "columns": [{ "name": "id" },
    { "name": "b", "target": "b.id", "on_delete": "CASCADE" },
                             ~~~~~~ "d.b" is on the way
    { "name": "c", "target": "c.id", "on_delete": "SET NULL" }] }] }
                                                  ^^^^^^^^^^ BB419 error: a change of "b" would reach one table by two ways ("b" → "c" → "d"), which SQL Server refuses; write "NO ACTION" here
`,
  );
});

test.each(['postgresql', 'mysql', 'sqlite'])('%s takes them', (dbType) => {
  checkRule(
    'multiple-cascade-paths',
    `
{ "db_type": "${dbType}", "schema": [{ "table_name": "a", "columns": [{ "name": "id" },
    { "name": "parent", "target": "a.id", "on_delete": "SET NULL" }] }] }
`,
  );
});

test('an association table that is made between tables of one cascade', () => {
  checkRule(
    'multiple-cascade-paths',
    `
{ "db_type": "mssql", "schema": [
  { "table_name": "a", "columns": [{ "name": "id", "primary_key": true }],
    "relationships": [{ "type": "many_to_many", "target_table": "b" }, { "type": "many_to_many", "target_table": "c" }] },
                                ^^^^^^^^^^^^^^ BB419 error: deleting a row would reach the association table of "a.b" by two ways, which SQL Server refuses; declare one whose keys say "NO ACTION", and name it as "secondary"
  { "table_name": "b", "columns": [{ "name": "id", "primary_key": true }, { "name": "a_id", "target": "a.id", "on_delete": "CASCADE" }] },
  { "table_name": "c", "columns": [{ "name": "id", "primary_key": true }, { "name": "a_id", "target": "a.id", "on_delete": "NO ACTION" }] }] }
`,
  );
});
