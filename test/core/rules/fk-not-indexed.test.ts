import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('unless something else indexes it', () => {
  checkRule(
    'fk-not-indexed',
    `
[{ "table_name": "a", "columns": [
  { "name": "id", "primary_key": true },
  { "name": "b", "type": "ForeignKey", "target": "a.id" },
            ^^^ BB422 information: the foreign key "a.b" has no index; write "index": true
  { "name": "c", "type": "ForeignKey", "target": "a.id", "index": true },
  { "name": "d", "type": "ForeignKey", "target": "a.id", "unique": true },
  { "name": "e", "type": "ForeignKey", "target": "a.id" },
  { "name": "f", "type": "ForeignKey", "target": "a.id" }],
            ^^^ BB422 information: the foreign key "a.f" has no index; write "index": true
  "indexes": [{ "columns": ["e", "f"] }] }]
`,
  );
});

test('a constraint without an index over its columns, in any order', () => {
  checkRule(
    'fk-not-indexed',
    `
[{ "table_name": "a", "columns": [{ "name": "x" }, { "name": "y" }, { "name": "z" }],
   "constraints": [
     { "type": "foreign_key", "columns": ["x", "y"], "target_table": "a", "target_columns": ["x", "y"] },
                              ^^^^^^^^^ BB422 information: the foreign key "a (x, y)" has no index; add one over "x" and "y" to "indexes"
     { "type": "foreign_key", "columns": ["y", "z"], "target_table": "a", "target_columns": ["x", "y"] },
     { "type": "foreign_key", "columns": ["z"], "target_table": "a", "target_columns": ["x"] }],
   "indexes": [{ "columns": ["z", "y", "x"] }] }]
`,
  );
});
