import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Diagnostic, type Range, validateText } from '../../src/core/index.ts';
import {
  changeBytes,
  changesOfBytes,
  changesOfText,
  changesOfValue,
  changeText,
  changeValue,
} from '../support/mutate-schema.ts';

const FOLDERS = ['examples', '../shared/examples'];

const files = FOLDERS.filter((it) => existsSync(it)).flatMap((folder) =>
  readdirSync(folder)
    .filter((it) => it.endsWith('.backbone.json'))
    .map((it) => join(folder, it)),
);

/** Changes of each kind, over all files; `npm run prove` raises the number and moves the seed. */
const RUNS = Number(process.env.BACKBONE_PROPERTY_RUNS ?? 3500);
const SEED = Number(process.env.BACKBONE_PROPERTY_SEED ?? 20_261_122);

describe.each(files)('%s', (file) => {
  const text = readFileSync(file, 'utf8');
  const share = Math.ceil(RUNS / files.length);
  const options = { seed: SEED + files.indexOf(file), numRuns: share };

  test(`every prefix of ${basename(file)} gives diagnostics inside of it`, { timeout: 300_000 }, () => {
    // One blank more at the end of a prefix changes nothing in it.
    const ends = [...text, ''].map((_, i) => i).filter((end) => !/\s\s$/.test(text.slice(end - 2, end)));
    expect(ends.at(-1)).toBe(text.length);
    for (const end of ends) expectSound(text.slice(0, end));
  });

  test('as does every change of its tokens', () => {
    fc.assert(
      fc.property(changesOfText, (steps) => expectSound(changeText(text, steps))),
      options,
    );
  });

  test('of its bytes', () => {
    fc.assert(
      fc.property(changesOfBytes, (steps) => expectSound(changeBytes(text, steps))),
      options,
    );
  });

  test('and of its values', () => {
    fc.assert(
      fc.property(changesOfValue, (steps) => expectSound(changeValue(text, steps))),
      options,
    );
  });

  test('and the same text always gives the same diagnostics', () => {
    fc.assert(
      fc.property(changesOfText, (steps) => {
        const changed = changeText(text, steps);
        expect(shownOf(changed)).toBe(shownOf(changed));
      }),
      { ...options, numRuns: Math.ceil(share / 20) },
    );
  });
});

const shownOf = (text: string): string => {
  const { diagnostics, hiddenErrors } = validateText(text);
  return JSON.stringify([diagnostics, hiddenErrors]);
};

test('any text at all gives diagnostics inside of it', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), expectSound), {
    seed: SEED,
    numRuns: RUNS,
  });
});

/** Validation ends, no rule breaks, every range lies in the text, and a model exists exactly when no error does. */
function expectSound(text: string): void {
  const { diagnostics, hiddenErrors, model } = validateText(text);
  const lines = text.split(/\r\n|\n|\r/);
  for (const it of [...diagnostics, ...hiddenErrors]) {
    if (it.message.includes('fault of BackBone')) throw new Error(it.message);
    for (const range of [it.range, ...it.related.map((other) => other.range)]) expectInside(range, lines, it);
  }
  const isSound = [...diagnostics, ...hiddenErrors].every((it) => it.severity !== 'error');
  expect(model !== undefined).toBe(isSound);
}

function expectInside({ start, end }: Range, lines: readonly string[], it: Diagnostic): void {
  const isInside = [start, end].every(
    ({ line, character }) => line >= 0 && character >= 0 && character <= (lines[line]?.length ?? -1),
  );
  const isForward = start.line < end.line || (start.line === end.line && start.character <= end.character);
  if (!isInside || !isForward) throw new Error(`${it.code} lies outside: ${JSON.stringify({ start, end })}`);
}
