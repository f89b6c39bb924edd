import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('unknown, hidden, unsuitable, twice', () => {
  checkRule(
    'api-columns',
    `
[{ "table_name": "a", "options": { "use_timestamps": true },
   "columns": [
     { "name": "email", "type": "String" }, { "name": "age", "type": "Integer" }, { "name": "data", "type": "JSON" },
     { "name": "secret", "type": "String", "visibility": "write_only" }, { "name": "account", "type": "UUID" }],
   "api": {
     "filter": ["emial", "email", "data"],
                ^^^^^^^ BB701 error: "a" has no column "emial"; did you mean "email"?
                                  ^^^^^^ BB701 error: "a.data" is JSON and cannot be in "filter"
     "sort": ["age", "created_at", "age", "secret"],
                                   ^^^^^ BB701 error: "age" is listed twice
                                          ^^^^^^^^ BB701 error: "a.secret" is not shown by the API and cannot be in "sort"
     "search": ["email", "age", "created_at"],
                         ^^^^^ BB701 error: "a.age" is no text and cannot be searched
                                ^^^^^^^^^^^^ BB701 error: "a.created_at" is no text and cannot be searched
     "owner": "age" } },
              ^^^^^ BB701 error: the owner "a.age" must be a UUID without "target"; it holds the id of an account
 { "table_name": "b", "columns": [{ "name": "account", "type": "UUID" }], "api": { "owner": "account" } },
 { "table_name": "c", "columns": [], "api": { "owner": "account" } }]
                                                       ^^^^^^^^^ BB701 error: "c" has no column "account"
`,
  );
});
