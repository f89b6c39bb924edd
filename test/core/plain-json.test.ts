import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS, parseDocument, validateText } from '../../src/core/index.ts';
import { changesOfText, changesOfValue, changeText, changeValue } from '../support/mutate-schema.ts';
import { schemaFiles } from '../support/schema-files.ts';

/** Plain JSON is read by a parser of its own, and with this at its end by the tolerant one. */
const COMMENT = ' //';

const texts = schemaFiles.map((it) => readFileSync(it, 'utf8'));
const options = { seed: 20_261_123, numRuns: 80 };

test('a schema of plain JSON is read as it is with a comment: value, places and diagnostics', () => {
  for (const text of texts) expectAlike(text);
});

test('as is one whose values are changed', () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts), changesOfValue, (text, steps) =>
      expectAlike(changeValue(text, steps)),
    ),
    options,
  );
});

test('and one whose tokens are, wherever that leaves JSON', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.constantFrom(...texts), changesOfText, (text, steps) => {
      const changed = changeText(text, steps);
      if (!isJson(changed)) return;
      read += 1;
      expectAlike(changed);
    }),
    { ...options, numRuns: 800 },
  );
  expect(read).toBeGreaterThan(20);
});

const NAMES = ['a', 'b', '1', '', '__proto__', 'constructor', 'toString', '\ud800', '"'] as const;

/** An object with some of few names, so that some are written twice. */
const { text: anyJson } = fc.letrec<{ text: string }>((tie) => ({
  text: fc.oneof(
    { maxDepth: 4 },
    fc.json({ maxDepth: 1 }),
    fc.constantFrom('1e999', '-0', '0.1e-7', '9007199254740993', '"\\u0000\\/:,{["', '\r\n[ ]'),
    fc.array(tie('text'), { maxLength: 4 }).map((it) => `[${it.join(',\r')}]`),
    fc
      .array(fc.tuple(fc.constantFrom(...NAMES), tie('text')), { maxLength: 4 })
      .map((it) => `{${it.map(([name, value]) => `${JSON.stringify(name)} : ${value}`).join(',\n')}}`),
  ),
}));

test('and any JSON at all, with properties that are written twice', () => {
  fc.assert(fc.property(anyJson, expectAlike), { ...options, numRuns: 3000 });
});

function expectAlike(text: string): void {
  const [plain, commented] = [text, text + COMMENT].map((it) => parseDocument(it, DEFAULT_LIMITS));
  // Also the order of the properties, and those that JSON.stringify would leave out.
  expect(written(plain?.value)).toBe(written(commented?.value));
  expect(plain?.diagnostics).toEqual(commented?.diagnostics);
  for (const at of placesIn(plain?.value))
    for (const part of ['key', 'value'] as const) {
      expect(plain?.rangeOf(at, part)).toEqual(commented?.rangeOf(at, part));
      expect(plain?.isDamaged(at, part)).toBe(commented?.isDamaged(at, part));
    }
  const shown = ({ diagnostics, hiddenErrors }: ReturnType<typeof validateText>) => ({
    diagnostics,
    hiddenErrors,
  });
  expect(shown(validateText(text))).toEqual(shown(validateText(text + COMMENT)));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join()}]`;
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : String(value);
  const properties = Object.entries(value).map(([name, it]) => `${JSON.stringify(name)}:${written(it)}`);
  return `${Object.getPrototypeOf(value) === null ? '' : 'a prototype '}{${properties.join()}}`;
}

type Path = readonly (string | number)[];

/** Where everything is, and beside each object and list something that is not there. */
function placesIn(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  const below = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  const absent = Array.isArray(value) ? value.length : 'nothing of this name';
  return [at, [...at, absent], ...below.flatMap(([step, it]) => placesIn(it, [...at, step]))];
}
