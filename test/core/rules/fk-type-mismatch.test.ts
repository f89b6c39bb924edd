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
