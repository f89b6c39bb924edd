import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('a property, a value and a JSON type that are not built', () => {
  checkRule(
    'not-supported-yet',
    `
{
  "schema": [{
    "table_name": "users", "namespace": "auth", "kind": "table", "definition": "SELECT 1",
                                                                 ^^^^^^^^^^^^ BB006 error: "definition" is not supported yet; remove it

    "columns": [
      { "name": "id", "type": "Integer", "primary_key": true, "renamed_from": "key" },
      { "name": "at", "type": "DateTime", "precision": 3 }
    ],
    "api": { "access": "public" }
  }]
}
`,
  );
});

test('what is built is accepted', () => {
  checkRule(
    'not-supported-yet',
    `
{ "db_type": "sqlite", "features": { "auth": true }, "api": { "prefix": "/v1" },
  "schema": [{ "table_name": "a", "kind": "table", "options": { "use_optimistic_lock": true },
    "columns": [{ "name": "id", "type": "Integer", "primary_key": true }],
    "constraints": [{ "type": "unique", "columns": ["id"] }],
    "api": { "operations": ["list"] } }] }
`,
  );
});
