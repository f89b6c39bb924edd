import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('access of all routes and of a table, and an owner', () => {
  checkRule(
    'access-not-enforced',
    `
{ "api": { "access": "admin" },
           ^^^^^^^^ BB706 information: "access" is not enforced yet: until backends have authentication, everybody may read and write
  "schema": [
    { "table_name": "a", "columns": [{ "name": "o", "type": "UUID" }],
      "api": { "access": { "read": "public" }, "owner": "o" } },
               ^^^^^^^^ BB706 information: "access" is not enforced yet: until backends have authentication, everybody may read and write
                                               ^^^^^^^ BB706 information: "owner" is not enforced yet: until backends have authentication, everybody may read and write
    { "table_name": "b", "api": false },
    { "table_name": "c", "api": { "path": "x" } }] }
`,
  );
});
