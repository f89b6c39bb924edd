import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('columns that a method cannot hold, and operator classes', () => {
  checkRule(
    'operator-class',
    `
[{ "table_name": "a", "columns": [
     { "name": "doc", "type": "JSON" }, { "name": "data", "type": "JSONB" }, { "name": "n", "type": "Integer" },
     { "name": "t", "type": "Text" }, { "name": "b_n", "type": "ForeignKey", "target": "a.n" }], "indexes": [
     { "columns": ["doc", "n"] },
                   ^^^^^ BB443 error: an index of the method btree has no operators for the type JSON; use another method, or name an "opclass"
     { "columns": ["b_n"], "method": "spgist" },
                   ^^^^^ BB443 error: an index of the method spgist has no operators for the type Integer; use another method, or name an "opclass"
     { "columns": ["data", { "expression": "n + 1" }], "method": "gin" },
     { "columns": [{ "name": "data", "opclass": "jsonb_path_ops" }] },
                                                ^^^^^^^^^^^^^^^^ BB443 error: jsonb_path_ops is for indexes of the method gin, not btree
     { "columns": [{ "name": "n", "opclass": "text_pattern_ops" }, { "name": "t", "opclass": "public.text_pattern_ops" }] },
                                             ^^^^^^^^^^^^^^^^^^ BB443 error: text_pattern_ops is for columns of the type String, Text, CIText, not Integer
     { "columns": [{ "name": "t", "opclass": "gist_trgm_ops(siglen=32)" }], "method": "gist" },
     { "columns": [{ "name": "t", "opclass": "my_ops" }, { "name": "t", "opclass": "x); drop table a" }] }] }]
                                             ^^^^^^^^ BB443 warning: BackBone does not know the operator class "my_ops"; see that your database has it before the migration runs
                                                                                   ^^^^^^^^^^^^^^^^^^ BB443 error: "x); drop table a" is not the name of an operator class
`,
  );
});

test('only PostgreSQL has operator classes', () => {
  checkRule(
    'operator-class',
    `
{ "db_type": "sqlite", "schema": [{ "table_name": "a", "columns": [{ "name": "doc", "type": "JSON" }],
  "indexes": [{ "columns": [{ "name": "doc", "opclass": "x" }] }] }] }
`,
  );
});
