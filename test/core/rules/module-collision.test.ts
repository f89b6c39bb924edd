import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('reserved names and names that become the same', () => {
  checkRule(
    'module-collision',
    `
[{ "table_name": "con" },
                 ^^^^^ BB214 information: the module of "con" is "con_"
 { "table_name": "Base" },
                 ^^^^^^ BB214 information: the module of "Base" is "base_"
 { "table_name": "a-b" },
                 ^^^^^ BB214 information: the module of "a-b" is "a_b"
 { "table_name": "a_b" },
                 ^^^^^ BB214 information: the module of "a_b" is "a_b_2"
 { "table_name": "Users" }]
`,
  );
});
