import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

const schema = (dbType: string): string => `
{ "db_type": "${dbType}", "schema": [
  { "table_name": "a", "columns": [{ "name": "id", "type": "Integer", "primary_key": true },
    { "name": "code", "type": "Integer", "unique": true },
    { "name": "sure", "type": "Integer", "unique": true, "nullable": false }] },
  { "table_name": "b", "columns": [{ "name": "x", "target": "a.code" }, { "name": "y", "target": "a.sure" }, { "name": "z", "target": "a.id" }] }] }
`;

test.each(['postgresql', 'mysql', 'sqlite'])('%s tells rows without a value apart', (dbType) => {
  checkRule('fk-target-nullable', schema(dbType));
});

test('SQL Server does not', () => {
  checkRule(
    'fk-target-nullable',
    `
{ "db_type": "mssql", "schema": [
  { "table_name": "a", "columns": [{ "name": "id", "type": "Integer", "primary_key": true },
    { "name": "code", "type": "Integer", "unique": true },
              ~~~~~~ a column that may be empty
    { "name": "sure", "type": "Integer", "unique": true, "nullable": false }] },
  { "table_name": "b", "columns": [{ "name": "x", "target": "a.code" },
                                                            ^^^^^^^^ BB426 error: "b.x" references "a.code", of which SQL Server then takes one row without a value; set "nullable": false there
    { "name": "y", "target": "a.sure" }, { "name": "z", "target": "a.id" }] }] }
`,
  );
});
