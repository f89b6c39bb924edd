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
                                                                                    ^^^^^^^^^^^ BB512 error: the association table "post_tags" has 2 foreign keys to "tags", so "posts.tags" cannot tell which one links
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
                               ^^^^^^^^^^^^^^ BB512 error: both keys of the association table of "post.posts" would be "post_id"; declare one and name it as "secondary"
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
