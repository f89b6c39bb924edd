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

test('columns that are not unique together, in any order', () => {
  checkRule(
    'fk-target-not-unique',
    `
[{ "table_name": "a",
   "columns": [{ "name": "x", "type": "Integer", "primary_key": true }, { "name": "y" }, { "name": "z" }],
                         ~~~ a referenced column
                                                                                  ~~~ a referenced column
   "constraints": [
     { "type": "unique", "columns": ["y", "z"] },
     { "type": "foreign_key", "columns": ["y", "z"], "target_table": "a", "target_columns": ["z", "y"] },
     { "type": "foreign_key", "columns": ["y", "z"], "target_table": "a", "target_columns": ["x", "y"] }] }]
                                                                          ^^^^^^^^^^^^^^^^ BB413 error: "a (y, z)" references "a (x, y)", which are neither the primary key nor unique together; add a unique constraint over these columns there
`,
  );
});
