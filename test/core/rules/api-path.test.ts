import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('characters', () => {
  checkRule(
    'api-path',
    `
[{ "table_name": "a", "api": { "path": "users/{id}" } },
                                       ^^^^^^^^^^^^ BB702 error: the path "users/{id}" of "a" may have letters, digits, "-", "_", "." and "~" between slashes
 { "table_name": "b", "api": { "path": "../b" } },
                                       ^^^^^^ BB702 error: the path "../b" of "b" may have letters, digits, "-", "_", "." and "~" between slashes
 { "table_name": "c", "api": { "path": "/crm/users" } }]
`,
  );
});

test('the path of another table, or of its rows', () => {
  checkRule(
    'api-path',
    `
[{ "table_name": "order_items" },
                 ~~~~~~~~~~~~~ the path of "order_items"
 { "table_name": "lines", "api": { "path": "order-items" } },
                                           ^^^^^^^^^^^^^ BB702 error: the path "/api/v1/order-items" of "lines" is already the path of "order_items"; write another "path" in "api"
 { "table_name": "users" },
                 ~~~~~~~ the path of "users"
 { "table_name": "old", "api": { "path": "users/archive" } },
                                         ^^^^^^^^^^^^^^^ BB702 error: the path "/api/v1/users/archive" of "old" could be a row of "users"; write another "path" in "api"
                                         ~~~~~~~~~~~~~~~ the path of "old"
 { "table_name": "deep", "api": { "path": "users/archive/all" } },
                                          ^^^^^^^^^^^^^^^^^^^ BB702 error: the path "/api/v1/users/archive/all" of "deep" could be a row of "old"; write another "path" in "api"
 { "table_name": "silent", "api": false }]
`,
  );
});

test('the routes below the path of another table', () => {
  checkRule(
    'api-path',
    `
[{ "table_name": "posts",
                 ~~~~~~~ the path of "posts"
   "columns": [{ "name": "id", "type": "Integer", "primary_key": true }],
   "relationships": [{ "type": "many_to_many", "target_table": "tags", "name": "hot_tags" }] },
 { "table_name": "tags", "columns": [{ "name": "id", "type": "Integer", "primary_key": true }] },
 { "table_name": "a", "api": { "path": "posts/new/hot-tags" } },
                                       ^^^^^^^^^^^^^^^^^^^^ BB702 error: the path "/api/v1/posts/new/hot-tags" of "a" has routes that could be those of "posts"; write another "path" in "api"
                                       ~~~~~~~~~~~~~~~~~~~~ the path of "a"
 { "table_name": "b", "api": { "path": "posts/new/tags" } },
 { "table_name": "c", "api": { "path": "posts/new/hot-tags/x" } },
                                       ^^^^^^^^^^^^^^^^^^^^^^ BB702 error: the path "/api/v1/posts/new/hot-tags/x" of "c" could be a row of "a"; write another "path" in "api"
 { "table_name": "lines",
                 ~~~~~~~ the path of "lines"
   "columns": [{ "name": "a", "type": "Integer", "primary_key": true }, { "name": "b", "type": "Integer", "primary_key": true }] },
 { "table_name": "d", "api": { "path": "lines/bulk" } },
                                       ^^^^^^^^^^^^ BB702 error: the path "/api/v1/lines/bulk" of "d" has routes that could be those of "lines"; write another "path" in "api"
 { "table_name": "e", "api": { "path": "lines/of/today/here" } }]
`,
  );
});

test('the paths of the backend itself', () => {
  checkRule(
    'api-path',
    `
{ "api": { "prefix": "" }, "schema": [{ "table_name": "docs" }, { "table_name": "users" }] }
                                                      ^^^^^^ BB702 error: the path "/docs" of "docs" starts like the backend's own "/docs"; write another "path" or "prefix" in "api"
`,
  );
});
