import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('methods and operators that exclude no rows', () => {
  checkRule(
    'exclusion',
    `
[{ "table_name": "a", "columns": [{ "name": "n", "type": "Integer" }, { "name": "t", "type": "Text" }], "constraints": [
     { "type": "exclude", "elements": [] },
               ^^^^^^^^^ BB445 error: this exclusion of "a" needs "method" and "elements"
     { "type": "exclude", "method": "gin", "elements": [{ "name": "n", "with": "=" }] },
                                    ^^^^^ BB445 error: an index of the method gin excludes no rows
     { "type": "exclude", "method": "hash", "elements": [{ "name": "n", "with": "=" }, { "name": "t", "with": "<>" }] },
                                            ^^^^^^^^^^ BB445 error: an index of the method hash has one column or expression
                                                                                                              ^^^^ BB445 error: an index of the method hash does not know <>
     { "type": "exclude", "method": "gist", "elements": [{ "name": "n", "with": "&&" }, { "name": "t", "with": "<" }] },
                                                                                ^^^^ BB445 error: an index of the method gist does not know && for the type Integer
                                                                                                               ^^^ BB445 error: < depends on which row is first; an exclusion cannot use it
     { "type": "exclude", "method": "gist", "elements": [{ "name": "n", "with": "=) --" }, { "name": "t", "with": "~~~" }] },
                                                                                ^^^^^^^ BB445 error: "=) --" is not an operator
                                                                                                                  ^^^^^ BB445 warning: BackBone does not know the operator ~~~; see that indexes of the method gist have it before the migration runs
     { "type": "exclude", "method": "gist", "where": "n > 0",
       "elements": [{ "name": "n", "with": "=" }, { "name": "t", "with": "<>" }, { "expression": "int4range(n, n)", "with": "&&" }] }] }]
`,
  );
});

test.each(['mysql', 'sqlite', 'mssql'])('only PostgreSQL has exclusions, not %s', (dialect) => {
  const label = { mysql: 'MySQL', sqlite: 'SQLite', mssql: 'SQL Server' }[dialect];
  checkRule(
    'exclusion',
    `
{ "db_type": "${dialect}", "schema": [{ "table_name": "a", "columns": [{ "name": "n", "type": "Integer" }], "constraints": [
    { "type": "exclude", "method": "gist", "elements": [{ "name": "n", "with": "=" }] }] }] }
              ^^^^^^^^^ BB445 error: ${label} has no exclusion constraints
`,
  );
});
