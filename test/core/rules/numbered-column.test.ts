import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('what contradicts an identity column', () => {
  checkRule(
    'numbered-column',
    `
[{ "table_name": "a", "columns": [
  { "name": "id", "type": "Integer", "primary_key": true, "identity": "always" },
  { "name": "b", "type": "Integer", "identity": "always", "default": 1 },
                                                          ^^^^^^^^^ BB332 error: "a.b" has both "identity" and "default"; keep one
  { "name": "c", "type": "Integer", "identity": "by_default", "sequence": "s" },
                                                              ^^^^^^^^^^ BB332 error: "a.c" has both "identity" and "sequence"; keep one
  { "name": "d", "type": "Integer", "identity": "always", "nullable": true },
                                                                      ^^^^ BB332 error: "a.d" is an identity column, which is never NULL
  { "name": "e", "type": "Integer", "identity": "always", "visibility": "read_write" },
                                                                        ^^^^^^^^^^^^ BB332 error: "a.e" is always numbered, so nobody can write it
  { "name": "f", "type": "Integer", "identity": "always", "target": "a.id" },
                                                ^^^^^^^^ BB332 error: "a.f" is always numbered, so it cannot say which row it references
  { "name": "g", "type": "Integer", "identity": "by_default", "visibility": "read_write", "target": "a.id" },
  { "name": "h", "type": "Text", "identity": "always", "default": "" }] },
 { "table_name": "b", "columns": [
  { "name": "id", "type": "Integer", "primary_key": true, "identity": "by_default", "autoincrement": false }] }]
                                                                                                     ^^^^^ BB332 error: "b.id" is an identity column, so it is numbered
`,
  );
});

test('what contradicts a sequence', () => {
  checkRule(
    'numbered-column',
    `
[{ "table_name": "a", "columns": [
  { "name": "id", "type": "Integer", "primary_key": true, "autoincrement": true, "sequence": "s" },
                                                          ^^^^^^^^^^^^^^^ BB332 error: "a.id" has both "sequence" and "autoincrement"; keep one
  { "name": "b", "type": "Integer", "sequence": "s", "server_default": "1" },
                                                     ^^^^^^^^^^^^^^^^ BB332 error: "a.b" has both "sequence" and "server_default"; keep one
  { "name": "c", "type": "SmallInteger", "sequence": "n.s" }] }]
`,
  );
});

const NUMBERED = `"schema": [{ "table_name": "a", "columns": [
  { "name": "id", "type": "Integer", "primary_key": true, "identity": "always" },`;

test('MySQL numbers a key of one column, and takes what is written', () => {
  checkRule(
    'numbered-column',
    `
{ "db_type": "mysql", ${NUMBERED}
                                                                      ^^^^^^^^ BB332 error: "a.id" cannot be so: MySQL takes any number that is written
  { "name": "b", "type": "Integer", "identity": "by_default" },
                                                ^^^^^^^^^^^^ BB332 error: "a.b" cannot be so: MySQL numbers only a key of one column
  { "name": "c", "type": "Integer", "sequence": "s" }] }] }
                                                ^^^ BB332 error: "a.c" cannot be so: MySQL has no sequences
`,
  );
});

test('on SQLite the application gives the numbers', () => {
  checkRule(
    'numbered-column',
    `
{ "db_type": "sqlite", ${NUMBERED}
                                                                      ^^^^^^^^ BB332 warning: SQLite takes any number that is written; "a.id" gets its numbers from the application
  { "name": "b", "type": "Integer", "identity": "by_default" },
                                                ^^^^^^^^^^^^ BB332 warning: SQLite numbers only a key of one column; "a.b" gets its numbers from the application
  { "name": "c", "type": "Integer", "sequence": "s" }] }] }
                                                ^^^ BB332 warning: SQLite has no sequences; "a.c" gets its numbers from the application
`,
  );
});
