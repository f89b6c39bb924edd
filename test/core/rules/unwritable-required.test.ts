import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('read-only or hidden, required, without a value', () => {
  checkRule(
    'unwritable-required',
    `
[{ "table_name": "a", "columns": [
  { "name": "id", "type": "Integer", "primary_key": true, "visibility": "read_only" },
  { "name": "b", "type": "String", "nullable": false, "visibility": "read_only" },
                                                                    ^^^^^^^^^^^ BB321 error: "a.b" is required, but creating a row cannot set it; add "default", allow NULL or make it writable
  { "name": "c", "type": "String", "nullable": false, "visibility": "hidden" },
                                                                    ^^^^^^^^ BB321 error: "a.c" is required, but creating a row cannot set it; add "default", allow NULL or make it writable
  { "name": "d", "type": "String", "nullable": false, "visibility": "hidden", "default": "x" },
  { "name": "e", "type": "String", "visibility": "hidden" },
  { "name": "f", "type": "String", "nullable": false, "visibility": "write_only" }] },
 { "table_name": "b", "columns": [{ "name": "id", "type": "UUID", "primary_key": true, "visibility": "read_only" }] }]
                                                                                                     ^^^^^^^^^^^ BB321 error: "b.id" is required, but creating a row cannot set it; add "default", allow NULL or make it writable
`,
  );
});

test('tables that cannot be created by the API, and owners', () => {
  checkRule(
    'unwritable-required',
    `
[{ "table_name": "a", "api": false, "columns": [{ "name": "b", "nullable": false, "visibility": "hidden" }] },
 { "table_name": "c", "api": { "operations": ["list"] }, "columns": [{ "name": "b", "nullable": false, "visibility": "hidden" }] },
 { "table_name": "e", "api": { "operations": ["bulk_create"] }, "columns": [{ "name": "b", "nullable": false, "visibility": "hidden" }] },
                                                                                                                            ^^^^^^^^ BB321 error: "e.b" is required, but creating a row cannot set it; add "default", allow NULL or make it writable
 { "table_name": "d", "api": { "owner": "o" }, "columns": [{ "name": "o", "type": "UUID", "nullable": false, "visibility": "read_only" }] }]
`,
  );
});
