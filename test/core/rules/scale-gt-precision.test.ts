import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('and a scale alone', () => {
  checkRule(
    'scale-gt-precision',
    `
[{ "table_name": "a", "columns": [
  { "name": "b", "type": "Numeric", "precision": 5, "scale": 8 },
                                                             ^ BB304 error: the scale 8 of "a.b" is larger than its precision 5, the number of all digits
  { "name": "c", "type": "Numeric", "scale": 2 },
                                    ^^^^^^^ BB304 warning: "scale" has no effect on "a.c" without "precision"
  { "name": "d", "type": "Numeric", "precision": 5, "scale": 5 }] }]
`,
  );
});
