import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

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
