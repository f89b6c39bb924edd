import { test } from 'vitest';
import { checkRule } from '../../support/check-rule.ts';

test('of two, of one, and a way into a circle', () => {
  checkRule(
    'fk-type-circle',
    `
[{ "table_name": "a", "columns": [
  { "name": "x", "type": "ForeignKey", "target": "b.y" },
                                                 ^^^^^ BB423 error: "a.x" and "b.y" take their types from each other; give one of them a type of its own
  { "name": "self", "type": "ForeignKey", "target": "a.self" },
                                                    ^^^^^^^^ BB423 error: "a.self" references itself; give it a type of its own
  { "name": "into", "type": "ForeignKey", "target": "a.self" },
  { "name": "fine", "type": "ForeignKey", "target": "b.id" }] },
 { "table_name": "b", "columns": [
  { "name": "id", "type": "Integer" },
  { "name": "y", "type": "ForeignKey", "target": "a.x" }] }]
                                                 ~~~~~ a part of the circle
`,
  );
});
