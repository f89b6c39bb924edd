import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('keys over the version that an option counts up', () => {
  checkRule(
    'version-in-key',
    `
[{ "table_name": "a", "options": { "use_optimistic_lock": true }, "columns": [{ "name": "id" }],
   "constraints": [
     { "type": "primary_key", "columns": ["id", "version"] },
                                                ^^^^^^^^^ BB431 error: the "version" of "a" changes with every write, so no key can have it; declare a column of your own
     { "type": "foreign_key", "columns": ["version"], "target_table": "b", "target_columns": ["id"] },
                                          ^^^^^^^^^ BB431 error: the "version" of "a" changes with every write, so no key can have it; declare a column of your own
     { "type": "unique", "columns": ["id", "version"] }] },
 { "table_name": "b", "options": { "use_optimistic_lock": true }, "columns": [{ "name": "id" }, { "name": "version" }],
   "constraints": [{ "type": "primary_key", "columns": ["id", "version"] }] },
 { "table_name": "c", "columns": [{ "name": "version" }], "constraints": [{ "type": "primary_key", "columns": ["version"] }] }]
`,
  );
});
