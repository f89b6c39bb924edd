import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { DIAGNOSTIC_CODES } from '../../../src/core/index.ts';
import { RULES } from '../../../src/core/rules/index.ts';
import { errorCodes, refusing, textOf } from '../../support/broken-backend.ts';
import { DIALECTS } from '../../support/broken-schemas/broken-schema.ts';
import { EXCEPTIONS } from '../../support/broken-schemas/exceptions.ts';
import { BROKEN_SCHEMAS } from '../../support/broken-schemas/index.ts';

it.each(BROKEN_SCHEMAS)('$code, $mistake: the only error, on some database', (broken) => {
  const dialects = refusing(broken);
  expect(dialects).not.toEqual([]);
  for (const it of dialects) expect(errorCodes(textOf(broken, it))).toEqual([broken.code]);
});

/** Rules that only warn may have errors among their findings. */
const hasErrors = ({ severity, name }: (typeof DIAGNOSTIC_CODES)[number]): boolean =>
  severity === 'error' || (RULES.some((it) => it.name === name) && sourceOf(name).includes("'error'"));

const sourceOf = (rule: string): string =>
  readFileSync(join(resolve(import.meta.dirname, '../../../src/core/rules'), `${rule}.ts`), 'utf8');

const HOW =
  'add a smallest schema that breaks only this rule, and how its backend fails, to a list in test/support/broken-schemas; ' +
  'where no backend can fail, add the reason to exceptions.ts there';

it.each(DIAGNOSTIC_CODES.filter(hasErrors))('$code has a backend that fails, or an exception', ({ code }) => {
  const covered = BROKEN_SCHEMAS.filter((it) => it.code === code).flatMap(refusing);
  const excepted = EXCEPTIONS.filter((it) => it.code === code && it.mistake === undefined).flatMap(
    (it) => it.dialects ?? DIALECTS,
  );
  expect(
    DIALECTS.filter((it) => !covered.includes(it) && !excepted.includes(it)),
    HOW,
  ).toEqual([]);
  expect(
    covered.filter((it) => excepted.includes(it)),
    'an exception is out of date',
  ).toEqual([]);
});

it('exceptions are of codes that exist', () => {
  const codes = DIAGNOSTIC_CODES.map((it) => it.code);
  expect(EXCEPTIONS.filter((it) => !codes.includes(it.code))).toEqual([]);
});
