import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('with the nearest value', () => {
  checkRule(
    'default-not-in-enum',
    `
[{ "table_name": "a", "columns": [
  { "name": "b", "type": "Enum", "values": ["active", "banned"], "default": "activ" },
                                                                            ^^^^^^^ BB309 error: the default "activ" is not a value of "a.b"; did you mean "active"?
  { "name": "c", "type": "Enum", "values": ["active", "banned"], "default": "active" },
  { "name": "d", "type": "Enum", "default": "active" }] }]
`,
  );
});
