import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

const KEY = '"columns": [{ "name": "id", "primary_key": true }]';

test('namespaces of the database', () => {
  checkRule(
    'namespace',
    `
[{ "table_name": "a", "namespace": "public", ${KEY} },
                                   ^^^^^^^^ BB216 error: the namespace "public" of "public.a" belongs to the database; leave it out to have it there
 { "table_name": "b", "namespace": "pg_own", ${KEY} },
                                   ^^^^^^^^ BB216 error: the namespace "pg_own" of "pg_own.b" belongs to the database; choose another
 { "table_name": "c", "namespace": "own", ${KEY} }]
`,
  );
});

test('namespaces of enums and sequences', () => {
  checkRule(
    'namespace',
    `
{ "db_type": "postgresql",
  "enums": [{ "name": "state", "namespace": "public", "values": ["a"] }],
                                            ^^^^^^^^ BB216 error: the namespace "public" of the enum "state" belongs to the database; leave it out to have it there
  "schema": [{ "table_name": "a", "columns": [
    { "name": "b", "type": "Integer", "sequence": "pg_own.s" },
                                                  ^^^^^^^^^^ BB216 error: the namespace "pg_own" of the sequence of "a.b" belongs to the database; choose another
    { "name": "c", "type": "Integer", "sequence": "own.s" }] }] }
`,
  );
});

test('tables that are one where there are no namespaces', () => {
  checkRule(
    'namespace',
    `
[{ "table_name": "b_c", "namespace": "a", ${KEY} },
                 ~~~~~ "a.b_c" is here
 { "table_name": "c", "namespace": "a_b", ${KEY} },
                 ^^^ BB216 error: "a_b.c" and "a.b_c" would both be "a_b_c" where there are no namespaces, as on SQLite; rename one
 { "table_name": "c", "namespace": "a", ${KEY} },
 { "table_name": "c", "namespace": "b", ${KEY} }]
`,
  );
});

test('an association table that is made', () => {
  checkRule(
    'namespace',
    `
[{ "table_name": "tags", "namespace": "a", ${KEY} },
 { "table_name": "posts", "namespace": "a", ${KEY},
   "relationships": [{ "type": "many_to_many", "target_table": "a.tags" }] },
                               ^^^^^^^^^^^^^^ BB216 error: "a.posts_tags" and "a_posts_tags" would both be "a_posts_tags" where there are no namespaces, as on SQLite; rename one
 { "table_name": "a_posts_tags", ${KEY} }]
                 ~~~~~~~~~~~~~~ "a_posts_tags" is here
`,
  );
});
