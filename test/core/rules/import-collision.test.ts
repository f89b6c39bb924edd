import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('names that the generated modules use', () => {
  checkRule(
    'import-collision',
    `
[{ "table_name": "bases", "columns": [{ "name": "str" }, { "name": "uuid" }, { "name": "UUID" }, { "name": "date" }, { "name": "type" }] },
                 ^^^^^^^ BB211 information: "Base" is used by the generated code; the class is "Base_" in Python
                                                ^^^^^ BB211 information: "str" is used by the generated code; the attribute is "str_" in Python
                                                                                       ^^^^^^ BB211 information: "UUID" is used by the generated code; the attribute is "UUID_" in Python
 { "table_name": "x", "class_name": "Any" }]
                                    ^^^^^ BB211 information: "Any" is used by the generated code; the class is "Any_" in Python
`,
  );
});
