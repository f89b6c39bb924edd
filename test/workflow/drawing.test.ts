import { expect, test } from 'vitest';
import { drawWorkflow } from '../../src/workflow/drawing.ts';
import { STEPS } from '../../src/workflow/progress.ts';

test('the drawing shows every step, and that each judging step can end the run', async () => {
  const drawing = await drawWorkflow();
  for (const step of Object.keys(STEPS)) expect(drawing).toContain(step);
  const ends = [...drawing.matchAll(/(\w+) -\.-> __end__/g)].map((it) => it[1]);
  expect(ends.sort()).toEqual(['apply', 'codeValidator', 'compare', 'review', 'schemaValidator']);
  expect(drawing).not.toMatch(/architect -+\.?->? __end__/);
});

test('nothing is applied without a review', async () => {
  const drawing = await drawWorkflow();
  const before = [...drawing.matchAll(/(\w+) -\.?-> apply/g)].map((it) => it[1]);
  expect(before).toEqual(['review']);
});
