import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('secrets in answers', () => {
  checkRule(
    'sensitive-in-response',
    `
[{ "table_name": "a", "columns": [
  { "name": "password_hash", "type": "String" },
            ^^^^^^^^^^^^^^^ BB602 warning: "a.password_hash" is shown in answers of the API; write "visibility": "write_only" or "hidden", or "format": "password"
  { "name": "apiKey", "type": "String", "visibility": "read_only" },
            ^^^^^^^^ BB602 warning: "a.apiKey" is shown in answers of the API; write "visibility": "write_only" or "hidden"
  { "name": "reset_token", "type": "Text", "visibility": "hidden" },
  { "name": "password", "type": "String", "format": "password" },
  { "name": "token_count", "type": "Integer" },
  { "name": "secretary", "type": "String" }] },
 { "table_name": "b", "api": false, "columns": [{ "name": "token", "type": "String" }] }]
`,
  );
});
