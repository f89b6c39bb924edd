import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('by type', () => {
  checkRule(
    'precision-range',
    `
[{ "table_name": "a", "columns": [
  { "name": "b", "type": "Numeric", "precision": 0 },
                                                 ^ BB305 error: the precision of "a.b" must be from 1 to 1000
  { "name": "c", "type": "Numeric", "precision": 1001, "scale": -1 },
                                                 ^^^^ BB305 error: the precision of "a.c" must be from 1 to 1000
                                                                ^^ BB305 error: the scale of "a.c" must be at least 0
  { "name": "e", "type": "Float", "precision": 54 },
                                               ^^ BB305 error: the precision of "a.e" must be from 1 to 53
  { "name": "f", "type": "Numeric", "precision": 1000, "scale": 0 },
  { "name": "h", "type": "Text", "precision": 5000 }] }]
`,
  );
});

test('SQLite', () => {
  checkRule(
    'precision-range',
    `
{ "db_type": "sqlite", "schema": [{ "table_name": "a", "columns": [
  { "name": "b", "type": "Numeric", "precision": 2000 },
  { "name": "c", "type": "Numeric", "precision": 0 }] }] }
                                                 ^ BB305 error: the precision of "a.c" must be at least 1
`,
  );
});
