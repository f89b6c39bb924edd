import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('only the parent has orphans', () => {
  checkRule(
    'delete-orphan-side',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [
     { "type": "one_to_many", "target_table": "posts", "cascade": "all, delete-orphan" }] },
 { "table_name": "posts", "columns": [
     { "name": "id", "primary_key": true },
     { "name": "author_id", "type": "ForeignKey", "target": "users.id" }],
   "relationships": [
     { "type": "many_to_one", "target_table": "users", "cascade": "all, delete-orphan" }] }]
                                                                  ^^^^^^^^^^^^^^^^^^^^ BB515 error: "posts.author" cannot delete orphans, because its other end may belong to several rows; move "cascade" to the parent's side
`,
  );
});
