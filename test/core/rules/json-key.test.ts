import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('in keys, uniques and indexes', () => {
  checkRule(
    'json-key',
    `
[{ "table_name": "a",
   "columns": [
     { "name": "b", "type": "JSONB", "primary_key": true },
                                                    ^^^^ BB325 error: "a.b" is JSON, which cannot be a primary key
     { "name": "c", "type": "JSON", "unique": true },
                                              ^^^^ BB325 error: "a.c" cannot be unique or indexed: PostgreSQL does not compare values of the type JSON; use "JSONB"
     { "name": "d", "type": "JSONB", "index": true }],
   "constraints": [{ "type": "unique", "columns": ["d", "c"] }] }]
                                                        ^^^ BB325 error: "a.c" cannot be unique or indexed: PostgreSQL does not compare values of the type JSON; use "JSONB"
`,
  );
});

test('XML and search vectors', () => {
  checkRule(
    'json-key',
    `
[{ "table_name": "a",
   "columns": [
     { "name": "b", "type": "XML", "primary_key": true },
                                                  ^^^^ BB325 error: "a.b" is of the type XML, which cannot be a primary key
     { "name": "c", "type": "XML", "unique": true },
                                             ^^^^ BB325 error: "a.c" cannot be unique or indexed: PostgreSQL does not compare values of the type XML
     { "name": "d", "type": "TSVector", "index": true }],
   "constraints": [{ "type": "unique", "columns": ["d", "c"] }] },
                                                        ^^^ BB325 error: "a.c" cannot be unique or indexed: PostgreSQL does not compare values of the type XML
 { "table_name": "e", "columns": [{ "name": "f", "type": "TSVector", "primary_key": true }] }]
                                                                                    ^^^^ BB325 error: "e.f" is of the type TSVector, which cannot be a primary key
`,
  );
});

test('bytes and intervals in keys', () => {
  checkRule(
    'json-key',
    `
[{ "table_name": "a", "columns": [
     { "name": "b", "type": "LargeBinary", "primary_key": true },
                                                          ^^^^ BB325 error: "a.b" holds bytes and cannot be part of a primary key
     { "name": "c", "type": "Interval", "unique": true },
     { "name": "d", "type": "LargeBinary", "unique": true, "index": true }] },
 { "table_name": "e", "columns": [
     { "name": "f", "type": "ForeignKey", "target": "a.c" },
                                                    ^^^^^ BB325 error: "e.f" is an interval and cannot be part of a foreign key
     { "name": "g", "type": "LargeBinary" }],
               ^^^ BB325 error: "e.g" holds bytes and cannot be part of a foreign key
   "constraints": [{ "type": "foreign_key", "columns": ["g"], "target_table": "a", "target_columns": ["d"] }] }]
`,
  );
});

test('arrays in keys, and what arrays hold in indexes', () => {
  checkRule(
    'json-key',
    `
[{ "table_name": "a", "columns": [
     { "name": "b", "type": "Array", "items": { "type": "Integer" }, "primary_key": true },
                                                                                    ^^^^ BB325 error: "a.b" is an array and cannot be part of a primary key
     { "name": "c", "type": "Array", "items": { "type": "Integer" }, "unique": true, "index": true },
     { "name": "d", "type": "Array", "items": { "type": "JSON" }, "unique": true },
                                                                            ^^^^ BB325 error: "a.d" cannot be unique or indexed: PostgreSQL does not compare values of the type JSON; use "JSONB"
     { "name": "e", "type": "Array", "items": { "type": "JSONB" }, "unique": true }] }]
`,
  );
});
