import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('types that do not compare', () => {
  checkRule(
    'fk-type-mismatch',
    `
[{ "table_name": "a", "columns": [
  { "name": "id", "type": "Integer", "primary_key": true },
                          ~~~~~~~~~ the type of the target
                          ~~~~~~~~~ the type of the target
  { "name": "key", "type": "UUID", "unique": true },
                           ~~~~~~ the type of the target
  { "name": "b", "type": "String", "target": "a.id" },
                         ^^^^^^^^ BB414 error: "a.b" (String) references "a.id" (Integer); the types must agree, "ForeignKey" takes that of the target
  { "name": "c", "type": "BigInteger", "target": "a.id" },
                         ^^^^^^^^^^^^ BB414 warning: "a.c" (BigInteger) references "a.id" (Integer); the types should agree
  { "name": "d", "type": "Integer", "target": "a.id" },
  { "name": "e", "type": "ForeignKey", "target": "a.key" },
  { "name": "f", "type": "Integer", "target": "a.e" }] }]
                         ^^^^^^^^^ BB414 error: "a.f" (Integer) references "a.e" (UUID); the types must agree, "ForeignKey" takes that of the target
`,
  );
});

test('columns of a constraint, types of references followed', () => {
  checkRule(
    'fk-type-mismatch',
    `
[{ "table_name": "a", "columns": [
     { "name": "x", "type": "Integer", "primary_key": true },
                            ~~~~~~~~~ the type of the target
     { "name": "y", "type": "String", "primary_key": true },
                            ~~~~~~~~ the type of the target
     { "name": "kind", "type": "Enum", "values": ["v"], "unique": true }] },
 { "table_name": "b", "columns": [
     { "name": "i", "type": "BigInteger" },
     { "name": "j", "type": "UUID" },
     { "name": "k", "type": "ForeignKey", "target": "a.kind" }],
   "constraints": [
     { "type": "foreign_key", "columns": ["i", "j"], "target_table": "a", "target_columns": ["x", "y"] },
                                          ^^^ BB414 warning: "b.i" (BigInteger) references "a.x" (Integer); the types should agree
                                               ^^^ BB414 error: "b.j" (UUID) references "a.y" (String); the types must agree
     { "type": "foreign_key", "columns": ["k"], "target_table": "a", "target_columns": ["kind"] }] }]
`,
  );
});

test('columns of one named enum agree, those of two do not', () => {
  checkRule(
    'fk-type-mismatch',
    `
{ "enums": [{ "name": "x", "values": ["a"] }, { "name": "y", "values": ["a"] }],
  "schema": [
    { "table_name": "a", "columns": [{ "name": "id", "type": "Enum", "enum": "x", "primary_key": true }] },
                                                             ~~~~~~ the type of the target
    { "table_name": "b", "columns": [
      { "name": "good", "type": "Enum", "enum": "x", "target": "a.id" },
      { "name": "bad", "type": "Enum", "enum": "y", "target": "a.id" }] }] }
                               ^^^^^^ BB414 error: "b.bad" (Enum) references "a.id" (Enum); the types must agree, "ForeignKey" takes that of the target
`,
  );
});

test('types that are text in Python', () => {
  checkRule(
    'fk-type-mismatch',
    `
[{ "table_name": "a",
   "columns": [
     { "name": "id", "type": "INET", "primary_key": true },
                             ~~~~~~ the type of the target
     { "name": "b", "type": "INET", "target": "a.id" },
     { "name": "c", "type": "CIDR", "target": "a.id" },
                            ^^^^^^ BB414 error: "a.c" (CIDR) references "a.id" (INET); the types must agree, "ForeignKey" takes that of the target
     { "name": "d", "type": "Range", "subtype": "Date", "unique": true },
                            ~~~~~~~ the type of the target
     { "name": "e", "type": "Range", "subtype": "Integer", "target": "a.d" }] }]
                            ^^^^^^^ BB414 error: "a.e" (Range) references "a.d" (Range); the types must agree, "ForeignKey" takes that of the target
`,
  );
});

test('SQLite compares the values of an enum with texts', () => {
  checkRule(
    'fk-type-mismatch',
    `
{ "db_type": "sqlite", "schema": [
 { "table_name": "a", "columns": [{ "name": "id", "type": "Enum", "values": ["x"], "primary_key": true }] },
                                                          ~~~~~~ the type of the target
                                                          ~~~~~~ the type of the target
                                                          ~~~~~~ the type of the target
 { "table_name": "b", "columns": [
     { "name": "c", "type": "Enum", "values": ["x"], "target": "a.id" },
                            ^^^^^^ BB414 warning: "b.c" (Enum) references "a.id" (Enum); the types should agree
     { "name": "d", "type": "String", "target": "a.id" },
                            ^^^^^^^^ BB414 warning: "b.d" (String) references "a.id" (Enum); the types should agree
     { "name": "e", "type": "Enum", "values": ["y"], "target": "a.id" }] }] }
                            ^^^^^^ BB414 error: "b.e" (Enum) references "a.id" (Enum); the types must agree, "ForeignKey" takes that of the target
`,
  );
});

test('SQL Server wants the very same type', () => {
  checkRule(
    'fk-type-mismatch',
    `
{ "db_type": "mssql", "schema": [
 { "table_name": "a", "columns": [
     { "name": "id", "type": "String", "length": 36, "primary_key": true },
                             ~~~~~~~~ the type of the target
     { "name": "n", "type": "Integer", "unique": true, "nullable": false },
                            ~~~~~~~~~ the type of the target
     { "name": "d", "type": "Numeric", "precision": 9, "unique": true, "nullable": false },
     { "name": "f", "type": "Float", "unique": true, "nullable": false }] },
 { "table_name": "b", "columns": [
     { "name": "w", "type": "String", "length": 36, "target": "a.id" },
     { "name": "x", "type": "String", "length": 40, "target": "a.id" },
                            ^^^^^^^^ BB414 error: "b.x" (String) references "a.id" (String); SQL Server wants the same length and digits, "ForeignKey" takes that of the target
     { "name": "y", "type": "BigInteger", "target": "a.n" },
                            ^^^^^^^^^^^^ BB414 error: "b.y" (BigInteger) references "a.n" (Integer); the types must agree, "ForeignKey" takes that of the target
     { "name": "z", "type": "Numeric", "precision": 9, "scale": 0, "target": "a.d" },
     { "name": "g", "type": "Double", "target": "a.f" }] }] }
`,
  );
});
