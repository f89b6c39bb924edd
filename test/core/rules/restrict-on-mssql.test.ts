import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

const schema = (dbType: string, mark: string) => `
{ "db_type": "${dbType}", "schema": [{ "table_name": "a", "columns": [
  { "name": "b", "type": "ForeignKey", "target": "a.id", "on_delete": "NO ACTION" },
  { "name": "c", "type": "ForeignKey", "target": "a.id", "on_delete": "RESTRICT" }],${mark}
  "constraints": [{ "type": "foreign_key", "columns": ["b"], "target_table": "a", "target_columns": ["id"],
                    "on_update": "CASCADE" }] }] }
`;

test('RESTRICT on SQL Server', () => {
  checkRule(
    'restrict-on-mssql',
    schema(
      'mssql',
      `
                                                                      ^^^^^^^^^^ BB418 error: SQL Server has no "RESTRICT"; write "NO ACTION", which refuses the change, too`,
    ),
  );
});

test.each(['postgresql', 'mysql', 'sqlite'])('%s has it', (dbType) => {
  checkRule('restrict-on-mssql', schema(dbType, ''));
});
