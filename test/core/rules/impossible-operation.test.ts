import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('rows without a key can only be listed', () => {
  checkRule(
    'impossible-operation',
    `
[{ "table_name": "logs", "columns": [{ "name": "x" }],
   "api": { "operations": ["list", "get", "shout", "create"] } },
                                   ^^^^^ BB705 error: "logs" has no primary key and cannot have "get"; its rows can only be listed
                                                   ^^^^^^^^ BB705 error: "logs" has no primary key and cannot have "create"; its rows can only be listed
 { "table_name": "quiet", "columns": [{ "name": "x" }], "api": false },
 { "table_name": "users", "columns": [{ "name": "id", "primary_key": true }], "api": { "operations": ["get"] } }]
`,
  );
});

test('rows of a view can only be read', () => {
  checkRule(
    'impossible-operation',
    `
[{ "table_name": "logs", "kind": "view", "columns": [{ "name": "id", "primary_key": true }],
   "api": { "operations": ["list", "get", "delete"] } }]
                                          ^^^^^^^^ BB705 error: "logs" is a view and cannot have "delete"; its rows can only be read
`,
  );
});
