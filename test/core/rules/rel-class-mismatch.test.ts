import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('written and derived classes', () => {
  checkRule(
    'rel-class-mismatch',
    `
[{ "table_name": "users", "class_name": "Person", "relationships": [{ "target_table": "posts", "target_class": "Posts" }] },
                                                                                                               ^^^^^^^ BB502 error: the class of "posts" is "Post", not "Posts"
                                        ~~~~~~~~ the class of "users"
 { "table_name": "posts", "relationships": [
                 ~~~~~~~ the class of "posts"
  { "target_table": "users", "target_class": "User" },
                                             ^^^^^^ BB502 error: the class of "users" is "Person", not "User"
  { "target_table": "users", "target_class": "Person" },
  { "target_table": "userz", "target_class": "X" }] }]
`,
  );
});
