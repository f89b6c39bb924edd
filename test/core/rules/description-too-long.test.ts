import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('a comment of a column that MySQL does not take', () => {
  const long = '\u{1f600}'.repeat(1025);
  checkRule(
    'description-too-long',
    `
{ "db_type": "mysql", "schema": [{ "table_name": "a", "description": "${long}", "columns": [
   { "name": "b", "description": "${long}" },
                                 ${'^'.repeat(long.length + 2)} BB218 error: this has 1025 characters; the longest comment that MySQL keeps here has 1024
   { "name": "c", "description": "  ${long.slice(2)}  " }] }] }
`,
  );
});

test('a comment of a table', () => {
  const long = 'x'.repeat(2049);
  checkRule(
    'description-too-long',
    `
{ "db_type": "mysql", "schema": [
   { "table_name": "a", "description": "${long}" },
                                       ${'^'.repeat(2051)} BB218 error: this has 2049 characters; the longest comment that MySQL keeps here has 2048
   { "table_name": "b", "description": "${long.slice(1)}" }] }
`,
  );
});

test('other databases keep it', () => {
  checkRule(
    'description-too-long',
    `
[{ "table_name": "a", "description": "${'x'.repeat(9999)}" }]
`,
  );
});
