import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('more than 63 bytes on PostgreSQL', () => {
  checkRule(
    'identifier-too-long',
    `
[{ "table_name": "a234567890123456789012345678901234567890123456789012345678901234",
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ BB209 error: the name "a234567890123456789012345678901234567890123456789012345678901234" has 64 bytes; the longest possible has 63
   "columns": [{ "name": "\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4" },
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ BB209 error: the name "ääääääääääääääääääääääääääääääää" has 64 bytes; the longest possible has 63
     { "name": "a23456789012345678901234567890123456789012345678901234567890123" }],
   "indexes": [{ "name": "i234567890123456789012345678901234567890123456789012345678901234" }] }]
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ BB209 error: the name "i234567890123456789012345678901234567890123456789012345678901234" has 64 bytes; the longest possible has 63
`,
  );
});

test('SQLite has no limit', () => {
  checkRule(
    'identifier-too-long',
    `
{ "db_type": "sqlite", "schema": [
  { "table_name": "a234567890123456789012345678901234567890123456789012345678901234" }] }
`,
  );
});

test('MySQL counts characters', () => {
  checkRule(
    'identifier-too-long',
    `
{ "db_type": "mysql", "schema": [{ "table_name": "a", "columns": [
  { "name": "a2345678901234567890123456789012345678901234567890123456789012345" },
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ BB209 error: the name "a2345678901234567890123456789012345678901234567890123456789012345" has 65 characters; the longest possible has 64
  { "name": "\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4\\u00e4" }] }] }
`,
  );
});

test('the name of an enum', () => {
  checkRule(
    'identifier-too-long',
    `
{ "db_type": "postgresql", "schema": [], "enums": [
  { "name": "${'e'.repeat(63)}" },
  { "name": "${'e'.repeat(64)}" }] }
            ${'^'.repeat(66)} BB209 error: the name "${'e'.repeat(64)}" has 64 bytes; the longest possible has 63
`,
  );
});

test('the namespace of an enum, and a sequence with its namespace', () => {
  checkRule(
    'identifier-too-long',
    `
{ "db_type": "postgresql", "enums": [{ "name": "e", "namespace": "${'n'.repeat(64)}" }],
                                                                 ${'^'.repeat(66)} BB209 error: the name "${'n'.repeat(64)}" has 64 bytes; the longest possible has 63
  "schema": [{ "table_name": "a", "columns": [
    { "name": "b", "type": "Integer", "sequence": "${'n'.repeat(63)}.${'s'.repeat(63)}" },
    { "name": "c", "type": "Integer", "sequence": "n.${'s'.repeat(64)}" }] }] }
                                                  ${'^'.repeat(68)} BB209 error: the name "${'s'.repeat(64)}" has 64 bytes; the longest possible has 63
`,
  );
});
