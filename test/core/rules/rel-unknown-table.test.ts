import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('with the nearest name', () => {
  checkRule(
    'rel-unknown-table',
    `
[{ "table_name": "users", "relationships": [
  { "type": "one_to_many", "target_table": "user" },
                                           ^^^^^^ BB501 error: a relationship of "users" leads to the table "user", which does not exist; did you mean "users"?
  { "type": "one_to_many", "target_table": "users" }] }]
`,
  );
});
