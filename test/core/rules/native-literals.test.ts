import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('of types that are text in Python, in the one form that reads back the same', () => {
  checkRule(
    'default-type',
    `
[{ "table_name": "a", "columns": [
     { "name": "c0", "type": "INET", "default": "10.0.0.1" },
     { "name": "c1", "type": "INET", "default": "10.0.0.0/8" },
     { "name": "c2", "type": "INET", "default": "::" },
     { "name": "c3", "type": "INET", "default": "fe80::1/64" },
     { "name": "c4", "type": "INET", "default": "1:2:3:4:5:6:7:8" },
     { "name": "c5", "type": "INET", "default": "1:0:0:2:0:0:0:3" },
                                                ^^^^^^^^^^^^^^^^^ BB308 error: the default of "a.c5" must be an address like "10.0.0.1", in its shortest form
     { "name": "c6", "type": "INET", "default": "1::2:0:0:3" },
     { "name": "c7", "type": "INET", "default": "10.0.0.1/32" },
                                                ^^^^^^^^^^^^^ BB308 error: the default of "a.c7" must leave out "/32"
     { "name": "c8", "type": "INET", "default": "10.0.0" },
                                                ^^^^^^^^ BB308 error: the default of "a.c8" must be an address like "10.0.0.1", in its shortest form
     { "name": "c9", "type": "INET", "default": "10.0.0.256" },
                                                ^^^^^^^^^^^^ BB308 error: the default of "a.c9" must be an address like "10.0.0.1", in its shortest form
     { "name": "c10", "type": "INET", "default": "FE80::1" },
                                                 ^^^^^^^^^ BB308 error: the default of "a.c10" must be an address like "10.0.0.1", in its shortest form
     { "name": "c11", "type": "INET", "default": "fe80:0::1" },
                                                 ^^^^^^^^^^^ BB308 error: the default of "a.c11" must be an address like "10.0.0.1", in its shortest form
     { "name": "c12", "type": "INET", "default": "fe80::1%eth0" },
                                                 ^^^^^^^^^^^^^^ BB308 error: the default of "a.c12" must be an address like "10.0.0.1", in its shortest form
     { "name": "c13", "type": "INET", "default": "::1/129" },
                                                 ^^^^^^^^^ BB308 error: the default of "a.c13" must be an address like "10.0.0.1", in its shortest form
     { "name": "c14", "type": "INET", "default": 1 },
                                                 ^ BB308 error: the default of "a.c14" must be a text in quotes
     { "name": "c15", "type": "CIDR", "default": "10.0.0.0/8" },
     { "name": "c16", "type": "CIDR", "default": "::/0" },
     { "name": "c17", "type": "CIDR", "default": "10.0.0.1/8" },
                                                 ^^^^^^^^^^^^ BB308 error: the default of "a.c17" has ones after the first 8 bits
     { "name": "c18", "type": "CIDR", "default": "10.0.0.0" },
                                                 ^^^^^^^^^^ BB308 error: the default of "a.c18" must be a network like "10.0.0.0/8"
     { "name": "c19", "type": "CIDR", "default": "fe80::/10" },
     { "name": "c20", "type": "MACADDR", "default": "08:00:2b:01:02:03" },
     { "name": "c21", "type": "MACADDR", "default": "08-00-2B-01-02-03" },
                                                    ^^^^^^^^^^^^^^^^^^^ BB308 error: the default of "a.c21" must be like "08:00:2b:01:02:03"
     { "name": "c22", "type": "LTree", "default": "top.left_1" },
     { "name": "c23", "type": "LTree", "default": "" },
                                                  ^^ BB308 error: the default of "a.c23" must be labels with dots between, like "top.left"
     { "name": "c24", "type": "LTree", "default": "a..b" },
                                                  ^^^^^^ BB308 error: the default of "a.c24" must be labels with dots between, like "top.left"
     { "name": "c25", "type": "LTree", "default": "a-b" },
                                                  ^^^^^ BB308 error: the default of "a.c25" must be labels with dots between, like "top.left"
     { "name": "c26", "type": "XML", "default": "<a/>" },
                                                ^^^^^^ BB308 error: the default of "a.c26" must be written as "server_default"
     { "name": "c27", "type": "TSVector", "default": "a" },
                                                     ^^^ BB308 error: the default of "a.c27" must be written as "server_default"
     { "name": "c28", "type": "Custom", "sql_type": "point", "default": "(1,2)" },
     { "name": "c29", "type": "Custom", "sql_type": "point", "default": {} },
                                                             ^^^^^^^^^ BB308 error: the default of "a.c29" must be a text in quotes
     { "name": "c30", "type": "Custom", "sql_type": "point", "default": "\\u0000" } ] }]
                                                                        ^^^^^^^^ BB308 error: the default of "a.c30" has a character that databases do not store
`,
  );
});

test('of bit strings', () => {
  checkRule(
    'default-type',
    `
[{ "table_name": "a", "columns": [
     { "name": "c0", "type": "Bit", "default": "1" },
     { "name": "c1", "type": "Bit", "default": "10" },
                                               ^^^^ BB308 error: the default of "a.c1" must have exactly 1 zeros and ones
     { "name": "c2", "type": "Bit", "default": "2" },
                                               ^^^ BB308 error: the default of "a.c2" must have only zeros and ones
     { "name": "c3", "type": "Bit", "default": true },
                                               ^^^^ BB308 error: the default of "a.c3" must be a text in quotes
     { "name": "c4", "type": "Bit", "length": 3, "default": "101" },
     { "name": "c5", "type": "Bit", "length": 3, "default": "10" },
                                                            ^^^^ BB308 error: the default of "a.c5" must have exactly 3 zeros and ones
     { "name": "c6", "type": "Bit", "length": 3, "varying": true, "default": "" },
     { "name": "c7", "type": "Bit", "length": 3, "varying": true, "default": "1010" },
                                                                             ^^^^^^ BB308 error: the default of "a.c7" must have at most 3 zeros and ones
     { "name": "c8", "type": "Bit", "varying": true, "default": "10101010" } ] }]
`,
  );
});

test('of ranges', () => {
  checkRule(
    'default-type',
    `
[{ "table_name": "a", "columns": [
     { "name": "c0", "type": "Range", "subtype": "Integer", "default": "[1,10)" },
     { "name": "c1", "type": "Range", "subtype": "Integer", "default": "(,10)" },
     { "name": "c2", "type": "Range", "subtype": "Integer", "default": "[1,)" },
     { "name": "c3", "type": "Range", "subtype": "Integer", "default": "(,)" },
     { "name": "c4", "type": "Range", "subtype": "Integer", "default": "empty" },
     { "name": "c5", "type": "Range", "subtype": "Integer", "default": "[1,10]" },
                                                                       ^^^^^^^^ BB308 error: the default of "a.c5" must be a range like "[1,10)", a bound that is left out with a round bracket
     { "name": "c6", "type": "Range", "subtype": "Integer", "default": "(1,10)" },
                                                                       ^^^^^^^^ BB308 error: the default of "a.c6" must be a range like "[1,10)", a bound that is left out with a round bracket
     { "name": "c7", "type": "Range", "subtype": "Integer", "default": "[1,1)" },
                                                                       ^^^^^^^ BB308 error: the default of "a.c7" must end after it starts; no value at all is "empty"
     { "name": "c8", "type": "Range", "subtype": "Integer", "default": "[10,1)" },
                                                                       ^^^^^^^^ BB308 error: the default of "a.c8" must end after it starts; no value at all is "empty"
     { "name": "c9", "type": "Range", "subtype": "Integer", "default": "[,10)" },
                                                                       ^^^^^^^ BB308 error: the default of "a.c9" must be a range like "[1,10)", a bound that is left out with a round bracket
     { "name": "c10", "type": "Range", "subtype": "Integer", "default": "[1,2147483648)" },
                                                                        ^^^^^^^^^^^^^^^^ BB308 error: the default of "a.c10" must be a range like "[1,10)", a bound that is left out with a round bracket
     { "name": "c11", "type": "Range", "subtype": "Integer", "default": "[01,2)" },
                                                                        ^^^^^^^^ BB308 error: the default of "a.c11" must be a range like "[1,10)", a bound that is left out with a round bracket
     { "name": "c12", "type": "Range", "subtype": "Integer", "default": "1-2" },
                                                                        ^^^^^ BB308 error: the default of "a.c12" must be a range like "[1,10)", a bound that is left out with a round bracket
     { "name": "c13", "type": "Range", "subtype": "BigInteger", "default": "[1,9007199254740993)" },
     { "name": "c14", "type": "Range", "subtype": "BigInteger", "default": "[-9223372036854775808,9223372036854775808)" },
                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ BB308 error: the default of "a.c14" must be a range like "[1,10)", a bound that is left out with a round bracket
     { "name": "c15", "type": "Range", "subtype": "Numeric", "default": "[0.5,10]" },
     { "name": "c16", "type": "Range", "subtype": "Numeric", "default": "[1,1]" },
     { "name": "c17", "type": "Range", "subtype": "Numeric", "default": "(1,1]" },
                                                                        ^^^^^^^ BB308 error: the default of "a.c17" must end after it starts; no value at all is "empty"
     { "name": "c18", "type": "Range", "subtype": "Numeric", "default": "[0.50,1)" },
                                                                        ^^^^^^^^^^ BB308 error: the default of "a.c18" must be a range like "[0.5,10)", a bound that is left out with a round bracket
     { "name": "c19", "type": "Range", "subtype": "Numeric", "default": "[-0,1)" },
                                                                        ^^^^^^^^ BB308 error: the default of "a.c19" must be a range like "[0.5,10)", a bound that is left out with a round bracket
     { "name": "c20", "type": "Range", "subtype": "Date", "default": "[2026-01-01,2026-02-28)" },
     { "name": "c21", "type": "Range", "subtype": "Date", "default": "[2026-01-01,2026-02-30)" },
                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^ BB308 error: the default of "a.c21" must be a range like "[2026-01-01,2026-02-01)", a bound that is left out with a round bracket
     { "name": "c22", "type": "Range", "subtype": "Date", "default": "[2026-01-01,2026-02-01]" },
                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^ BB308 error: the default of "a.c22" must be a range like "[2026-01-01,2026-02-01)", a bound that is left out with a round bracket
     { "name": "c23", "type": "Range", "subtype": "DateTime", "default": "[2026-01-01T00:00:00,2026-01-01T12:30:00]" },
     { "name": "c24", "type": "Range", "subtype": "DateTime", "default": "[2026-01-01T00:00:00Z,)" },
                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^ BB308 error: the default of "a.c24" must be a range like "[2026-01-01T00:00:00,2026-02-01T00:00:00)", a bound that is left out with a round bracket
     { "name": "c25", "type": "Range", "subtype": "DateTime", "default": "[2026-01-01T24:00:00,)" },
                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^ BB308 error: the default of "a.c25" must be a range like "[2026-01-01T00:00:00,2026-02-01T00:00:00)", a bound that is left out with a round bracket
     { "name": "c26", "type": "Range", "subtype": "DateTime", "timezone": true, "default": "[2026-01-01T00:00:00Z,2026-01-01T12:30:00Z)" },
     { "name": "c27", "type": "Range", "subtype": "DateTime", "timezone": true, "default": "[2026-01-01T00:00:00,)" } ] }]
                                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^ BB308 error: the default of "a.c27" must be a range like "[2026-01-01T00:00:00Z,2026-02-01T00:00:00Z)", a bound that is left out with a round bracket
`,
  );
});
