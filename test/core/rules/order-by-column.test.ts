import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('of the target', () => {
  checkRule(
    'order-by-column',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [
     { "type": "one_to_many", "target_table": "posts", "order_by": ["-author_id", "titel", "id"] }] },
                                                                                  ^^^^^^^ BB518 error: "users.posts" is ordered by "titel", but "posts" has no such column
 { "table_name": "posts", "columns": [
     { "name": "id", "primary_key": true },
     { "name": "author_id", "type": "ForeignKey", "target": "users.id" }],
   "relationships": [] }]
`,
  );
});
