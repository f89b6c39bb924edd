import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('column, relationship and class', () => {
  checkRule(
    'python-keyword',
    `
[{ "table_name": "nones", "columns": [{ "name": "class" }, { "name": "From" }],
                 ^^^^^^^ BB206 information: "None" is a keyword of Python; the class is "None_" in Python
                                                ^^^^^^^ BB206 information: "class" is a keyword of Python; the attribute is "class_" in Python
   "relationships": [{ "name": "import" }] }]
                               ^^^^^^^^ BB206 information: "import" is a keyword of Python; the attribute is "import_" in Python
`,
  );
});
