import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('of two tables', () => {
  checkRule(
    'required-cycle',
    `
[{ "table_name": "users", "columns": [{ "name": "id" },
   { "name": "team_id", "type": "ForeignKey", "target": "teams.id", "nullable": false }] },
                                                        ^^^^^^^^^^ BB421 error: no first row can be inserted: "users" → "teams" → "users" all require each other; make one of these keys nullable
 { "table_name": "teams", "columns": [{ "name": "id" },
   { "name": "owner_id", "type": "ForeignKey", "target": "users.id", "nullable": false }] }]
                                                         ~~~~~~~~~~ "teams.owner_id" is required
`,
  );
});

test('of three tables, found from a table before it', () => {
  checkRule(
    'required-cycle',
    `
[{ "table_name": "x", "columns": [{ "name": "a", "type": "ForeignKey", "target": "a.id", "nullable": false }] },
 { "table_name": "a", "columns": [{ "name": "b", "type": "ForeignKey", "target": "b.id", "nullable": false }] },
                                                                                 ^^^^^^ BB421 error: no first row can be inserted: "a" → "b" → "c" → "a" all require each other; make one of these keys nullable
 { "table_name": "b", "columns": [{ "name": "c", "type": "ForeignKey", "target": "c.id", "nullable": false }] },
                                                                                 ~~~~~~ "b.c" is required
 { "table_name": "c", "columns": [{ "name": "a", "type": "ForeignKey", "target": "a.id", "nullable": false }] }]
                                                                                 ~~~~~~ "c.a" is required
`,
  );
});

test('a nullable or deferrable key breaks it, a self-reference is none', () => {
  checkRule(
    'required-cycle',
    `
[{ "table_name": "a", "columns": [
   { "name": "b", "type": "ForeignKey", "target": "b.id", "nullable": false },
   { "name": "a", "type": "ForeignKey", "target": "a.id", "nullable": false }] },
 { "table_name": "b", "columns": [{ "name": "a", "type": "ForeignKey", "target": "a.id" }] },
 { "table_name": "c", "columns": [{ "name": "d", "type": "ForeignKey", "target": "d.id", "nullable": false }] },
 { "table_name": "d", "columns": [{ "name": "c", "type": "ForeignKey", "target": "c.id", "nullable": false, "deferrable": "deferred" }] }]
`,
  );
});

test('a cycle over a constraint, which one column may break', () => {
  checkRule(
    'required-cycle',
    `
[{ "table_name": "a", "columns": [{ "name": "id", "primary_key": true }, { "name": "b", "nullable": false }],
   "constraints": [{ "type": "foreign_key", "columns": ["id", "b"], "target_table": "b", "target_columns": ["x", "y"] }] },
                                                                                    ^^^ BB421 error: no first row can be inserted: "a" → "b" → "a" all require each other; make one of these keys nullable
 { "table_name": "b",
   "columns": [{ "name": "x", "primary_key": true }, { "name": "y" }, { "name": "a", "target": "a.id", "nullable": false }] },
                                                                                               ~~~~~~ "b.a" is required
 { "table_name": "c", "columns": [{ "name": "id", "primary_key": true }, { "name": "d" }],
   "constraints": [{ "type": "foreign_key", "columns": ["id", "d"], "target_table": "d", "target_columns": ["x", "y"] }] },
 { "table_name": "d", "columns": [{ "name": "x", "target": "c.id", "nullable": false }, { "name": "y" }] }]
`,
  );
});
