import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('names of SQLAlchemy and pydantic', () => {
  checkRule(
    'reserved-attribute',
    `
[{ "table_name": "a", "columns": [{ "name": "metadata" }, { "name": "json" }, { "name": "model_dump" }, { "name": "model_name" }, { "name": "name" }] }]
                                            ^^^^^^^^^^ BB207 information: "metadata" is reserved by SQLAlchemy or pydantic; the attribute is "metadata_" in Python
                                                                    ^^^^^^ BB207 information: "json" is reserved by SQLAlchemy or pydantic; the attribute is "json_" in Python
                                                                                        ^^^^^^^^^^^^ BB207 information: "model_dump" is reserved by SQLAlchemy or pydantic; the attribute is "model_dump_" in Python
`,
  );
});
