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
