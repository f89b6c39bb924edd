import { expect, test } from 'vitest';
import { RULES } from '../../../src/core/rules/index.ts';

test('codes and names are unique, and the list is in the order of the codes', () => {
  const codes = RULES.map((it) => it.code);
  expect(codes).toEqual([...new Set(codes)].sort());
  expect(new Set(RULES.map((it) => it.name)).size).toBe(RULES.length);
  expect(codes.every((it) => /^BB\d{3}$/.test(it))).toBe(true);
});

test('every summary is a sentence', () => {
  for (const { name, summary } of RULES) expect(summary, name).toMatch(/^[A-Z`].*\.$/);
});
