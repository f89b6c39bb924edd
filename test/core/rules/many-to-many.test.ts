import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('an association table that does not exist', () => {
  checkRule(
    'many-to-many',
    `
[{ "table_name": "posts", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [{ "type": "many_to_many", "target_table": "tags", "secondary": "post_tag" }] },
                                                                                    ^^^^^^^^^^ BB512 error: the association table "post_tag" of "posts.tags" does not exist; did you mean "post_tags"?
 { "table_name": "tags", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [{ "type": "many_to_many", "target_table": "posts", "secondary": "post_tag" }] },
 { "table_name": "post_tags", "columns": [{ "name": "posts_0", "type": "ForeignKey", "target": "posts.id" }, { "name": "tags_1", "type": "ForeignKey", "target": "tags.id" }] }]
`,
  );
});

test('without one of the keys', () => {
  checkRule(
    'many-to-many',
    `
[{ "table_name": "posts", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [{ "type": "many_to_many", "target_table": "tags", "secondary": "post_tags" }] },
                                                                                    ^^^^^^^^^^^ BB512 error: the association table "post_tags" has no foreign key to "tags", as "posts.tags" needs
 { "table_name": "tags", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [{ "type": "many_to_many", "target_table": "posts" }] },
 { "table_name": "post_tags", "columns": [{ "name": "posts_0", "type": "ForeignKey", "target": "posts.id" }] }]
`,
  );
});

test('with a key too many', () => {
  checkRule(
    'many-to-many',
    `
[{ "table_name": "posts", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [{ "type": "many_to_many", "target_table": "tags", "secondary": "post_tags" }] },
                                                                                    ^^^^^^^^^^^ BB512 error: the association table "post_tags" has 2 foreign keys to "tags", so "posts.tags" cannot tell which one links; write "secondary" with "table", "source" and "target"
 { "table_name": "tags", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [{ "type": "many_to_many", "target_table": "posts" }] },
 { "table_name": "post_tags", "columns": [{ "name": "posts_0", "type": "ForeignKey", "target": "posts.id" }, { "name": "tags_1", "type": "ForeignKey", "target": "tags.id" }, { "name": "tags_2", "type": "ForeignKey", "target": "tags.id" }] }]
`,
  );
});

test('a sound one, written on one end', () => {
  checkRule(
    'many-to-many',
    `
[{ "table_name": "posts", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [{ "type": "many_to_many", "target_table": "tags", "secondary": "post_tags" }] },
 { "table_name": "tags", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [{ "type": "many_to_many", "target_table": "posts" }] },
 { "table_name": "post_tags", "columns": [{ "name": "posts_0", "type": "ForeignKey", "target": "posts.id" }, { "name": "tags_1", "type": "ForeignKey", "target": "tags.id" }] }]
`,
  );
});

test('one that is made', () => {
  checkRule(
    'many-to-many',
    `
[{ "table_name": "posts", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [{ "type": "many_to_many", "target_table": "tags" }] },
 { "table_name": "tags", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [{ "type": "many_to_many", "target_table": "posts" }] }]
`,
  );
});

test('one that would be made and is declared', () => {
  checkRule(
    'many-to-many',
    `
[{ "table_name": "posts", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [{ "type": "many_to_many", "target_table": "tags" }] },
                               ^^^^^^^^^^^^^^ BB512 error: the association table of "posts.tags" would be "posts_tags", which is declared; write "secondary": "posts_tags" to use it
 { "table_name": "tags", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [{ "type": "many_to_many", "target_table": "posts" }] },
 { "table_name": "posts_tags", "columns": [{ "name": "posts_0", "type": "ForeignKey", "target": "posts.id" }, { "name": "tags_1", "type": "ForeignKey", "target": "tags.id" }] }]
`,
  );
});

test('a table linked to itself', () => {
  checkRule(
    'many-to-many',
    `
[{ "table_name": "users", "columns": [{ "name": "id", "primary_key": true }], "relationships": [
  { "type": "many_to_many", "target_table": "users", "name": "friends" }] }]
            ^^^^^^^^^^^^^^ BB512 error: "users.friends" links a table to itself; declare an association table and name it as "secondary"
`,
  );
});

test('two links that would share one', () => {
  checkRule(
    'many-to-many',
    `
[{ "table_name": "posts", "relationships": [
  { "type": "many_to_many", "target_table": "tags", "name": "a" },
  { "type": "many_to_many", "target_table": "tags", "name": "b" }] },
            ^^^^^^^^^^^^^^ BB512 error: "posts.b" would share the association table "posts_tags" with "posts.a"; write "secondary" for one of them
 { "table_name": "tags" }]
`,
  );
});

test('two keys of one name', () => {
  checkRule(
    'many-to-many',
    `
[{ "table_name": "post", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [{ "type": "many_to_many", "target_table": "posts" }] },
                               ^^^^^^^^^^^^^^ BB512 error: both keys of the association table of "post.posts" would have a column "post_id"; declare one and name it as "secondary"
 { "table_name": "posts", "columns": [{ "name": "id", "primary_key": true }] }]
`,
  );
});

test('over a table that it links', () => {
  checkRule(
    'many-to-many',
    `
[{ "table_name": "posts", "columns": [{ "name": "id", "primary_key": true }, { "name": "tag_id", "type": "ForeignKey", "target": "tags.id" }, { "name": "post_id", "type": "ForeignKey", "target": "posts.id" }],
   "relationships": [{ "type": "many_to_many", "target_table": "tags", "secondary": "posts" }] },
                                                                                    ^^^^^^^ BB512 error: "posts" is an end of "posts.tags" and cannot be its association table, too
 { "table_name": "tags", "columns": [{ "name": "id", "primary_key": true }] }]
`,
  );
});

test('a table linked to itself, with the columns of both sides', () => {
  checkRule(
    'many-to-many',
    `
[{ "table_name": "people", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [
     { "type": "many_to_many", "target_table": "people", "name": "friends",
       "secondary": { "table": "friends", "source": ["a"], "target": ["b"] } },
     { "type": "many_to_many", "target_table": "people", "name": "fans",
       "secondary": { "table": "friends", "source": ["a"], "target": ["a"] } },
                                                           ^^^^^^^^ BB512 error: "source" and "target" of "people.fans" are the same foreign key of "friends"; name another one
     { "type": "many_to_many", "target_table": "people", "name": "guests",
       "secondary": { "table": "friend", "source": ["a"], "target": ["b"] } },
                               ^^^^^^^^ BB512 error: the association table "friend" of "people.guests" does not exist; did you mean "friends"?
     { "type": "many_to_many", "target_table": "people", "name": "hosts",
       "secondary": { "table": "friends", "source": ["a", "b"], "target": ["c"] } },
                                          ^^^^^^^^ BB512 error: "a, b" of "friends" is not a foreign key to "people", as "people.hosts" needs; "a" or "b" is
                                                                ^^^^^^^^ BB512 error: "c" of "friends" is not a foreign key to "people", as "people.hosts" needs; "a" or "b" is
     { "type": "many_to_many", "target_table": "people", "name": "others", "secondary": "friends" }] },
                                                                                        ^^^^^^^^^ BB512 error: the association table "friends" has 2 foreign keys to "people", so "people.others" cannot tell which one links; write "secondary" with "table", "source" and "target"
 { "table_name": "friends", "columns": [
     { "name": "a", "type": "ForeignKey", "target": "people.id" },
     { "name": "b", "type": "ForeignKey", "target": "people.id" },
     { "name": "c", "type": "Integer" }] }]
`,
  );
});

test('ends of which one has the columns', () => {
  checkRule(
    'many-to-many',
    `
[{ "table_name": "posts", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [
     { "type": "many_to_many", "target_table": "tags", "name": "main", "back_populates": "posts",
       "secondary": { "table": "links", "source": ["post"], "target": ["tag"] } }] },
 { "table_name": "tags", "columns": [{ "name": "id", "primary_key": true }],
   "relationships": [
     { "type": "many_to_many", "target_table": "posts", "name": "posts", "back_populates": "main", "secondary": "links" }] },
 { "table_name": "links", "columns": [
     { "name": "post", "type": "ForeignKey", "target": "posts.id" },
     { "name": "tag", "type": "ForeignKey", "target": "tags.id" },
     { "name": "other", "type": "ForeignKey", "target": "tags.id" }] }]
`,
  );
});

test('keys of several columns in a table that is made, and columns of one name', () => {
  checkRule(
    'many-to-many',
    `
[{ "table_name": "users", "columns": [{ "name": "x", "primary_key": true }, { "name": "y", "primary_key": true }],
   "relationships": [{ "type": "many_to_many", "target_table": "tags" }, { "type": "many_to_many", "target_table": "user" }] },
                                                                                   ^^^^^^^^^^^^^^ BB512 error: both keys of the association table of "users.user" would have a column "user_y"; declare one and name it as "secondary"
 { "table_name": "tags", "columns": [{ "name": "id", "primary_key": true }] },
 { "table_name": "user", "columns": [{ "name": "y", "primary_key": true }] }]
`,
  );
});
