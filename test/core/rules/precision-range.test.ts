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
  { "name": "f", "type": "Numeric", "precision": 1000, "scale": 0 },
  { "name": "g", "type": "DateTime", "precision": 7 },
                                                  ^ BB305 error: the precision of "a.g" must be from 0 to 6
  { "name": "i", "type": "Time", "precision": -1 },
                                              ^^ BB305 error: the precision of "a.i" must be from 0 to 6
  { "name": "j", "type": "Time", "precision": 0 },
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

test('digits on MySQL and SQL Server', () => {
  checkRule(
    'precision-range',
    `
{ "db_type": "mysql", "schema": [{ "table_name": "a", "columns": [
  { "name": "b", "type": "Numeric", "precision": 65, "scale": 30 },
  { "name": "c", "type": "Numeric", "precision": 66 },
                                                 ^^ BB305 error: the precision of "a.c" must be from 1 to 65
  { "name": "d", "type": "Numeric", "precision": 65, "scale": 31 }] }] }
                                                              ^^ BB305 error: the scale of "a.d" must be at most 30
`,
  );
  checkRule(
    'precision-range',
    `
{ "db_type": "mssql", "schema": [{ "table_name": "a", "columns": [
  { "name": "c", "type": "Numeric", "precision": 39 }] }] }
                                                 ^^ BB305 error: the precision of "a.c" must be from 1 to 38
`,
  );
});

test('MySQL and SQL Server need a precision', () => {
  checkRule(
    'precision-range',
    `
{ "db_type": "mysql", "schema": [{ "table_name": "a", "columns": [
  { "name": "b", "type": "Numeric" }] }] }
                         ^^^^^^^^^ BB305 error: "a.b" needs "precision" and "scale": without them MySQL keeps no digits after the point
`,
  );
});
