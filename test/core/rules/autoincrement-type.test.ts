import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('what cannot be numbered', () => {
  checkRule(
    'autoincrement-type',
    `
[{ "table_name": "a", "columns": [
  { "name": "id", "type": "UUID", "primary_key": true, "autoincrement": true },
                                                                        ^^^^ BB312 error: "a.id" cannot have "autoincrement": it holds no whole numbers, but the type UUID
  { "name": "n", "type": "Integer", "autoincrement": true }] },
                                                     ^^^^ BB312 error: "a.n" cannot have "autoincrement": it is not the primary key, and SQLite numbers nothing else
 { "table_name": "b", "columns": [
  { "name": "x", "type": "Integer", "primary_key": true, "autoincrement": true },
                                                                          ^^^^ BB312 error: "b.x" cannot have "autoincrement": its key has several columns, and SQLite numbers only a key of one
  { "name": "y", "type": "Integer", "primary_key": true }] },
 { "table_name": "c", "columns": [
  { "name": "id", "type": "Integer", "primary_key": true, "autoincrement": true, "default": 1 }] }]
                                                                           ^^^^ BB312 error: "c.id" cannot have "autoincrement": it has a default
`,
  );
});

test('single keys of whole numbers', () => {
  checkRule(
    'autoincrement-type',
    `
[{ "table_name": "a", "columns": [{ "name": "id", "type": "SmallInteger", "primary_key": true, "autoincrement": true }] },
 { "table_name": "b", "columns": [{ "name": "id", "type": "ForeignKey", "target": "a.id", "primary_key": true, "autoincrement": true }] },
 { "table_name": "c", "columns": [{ "name": "id", "type": "UUID", "primary_key": true, "autoincrement": false }] }]
`,
  );
});
