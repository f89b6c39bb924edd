import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('what only PostgreSQL understands', () => {
  checkRule(
    'check-not-read',
    `
[{ "table_name": "a", "columns": [{ "name": "b", "type": "Text" }], "constraints": [
  { "type": "check", "expression": "b ~ '^a'" },
                                   ^^^^^^^^^^ BB433 information: this check is more than BackBone reads, so the generated tests make no rows of "a" and SQLite gets no such check
  { "type": "check", "expression": "b like 'a%' or (length(trim(b)) between 1 + 1 and 5 * 2 and not b in ('x'))" },
  { "type": "check", "expression": "b ~ (" }] }]
`,
  );
});
