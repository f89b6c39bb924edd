import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('values that are no names', () => {
  checkRule(
    'enum-member-name',
    `
[{ "table_name": "a", "columns": [
  { "name": "b", "type": "Enum", "values": ["in-progress", "DONE", "done", "2x", "name", "open"] }] }]
                                            ^^^^^^^^^^^^^ BB307 information: the member of "a.b" for "in-progress" is "IN_PROGRESS" in Python
                                                                   ^^^^^^ BB307 information: the member of "a.b" for "done" is "DONE_2" in Python
                                                                           ^^^^ BB307 information: the member of "a.b" for "2x" is "VALUE_2X" in Python
                                                                                 ^^^^^^ BB307 information: the member of "a.b" for "name" is "VALUE_NAME" in Python
`,
  );
});
