import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('neither key nor unique', () => {
  checkRule(
    'fk-target-not-unique',
    `
[{ "table_name": "users", "columns": [
  { "name": "id", "primary_key": true },
  { "name": "email" },
            ~~~~~~~ the referenced column
  { "name": "code", "unique": true },
  { "name": "slug" },
  { "name": "a", "type": "ForeignKey", "target": "users.email" },
                                                 ^^^^^^^^^^^^^ BB413 error: "users.a" references "users.email", which is neither the primary key nor unique; set "unique": true there
  { "name": "b", "type": "ForeignKey", "target": "users.code" },
  { "name": "c", "type": "ForeignKey", "target": "users.slug" },
  { "name": "d", "type": "ForeignKey", "target": "users.id" }],
  "indexes": [{ "columns": ["slug"], "unique": true }] }]
`,
  );
});
