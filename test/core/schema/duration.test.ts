import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  daysAndSeconds,
  readDuration,
  readInterval,
  sqliteInterval,
} from '../../../src/core/schema/duration.ts';

test.each([
  ['P1DT2H3M4.5S', 93_784_500_000n],
  ['-PT0.000001S', -1n],
  ['P2W', 1_209_600_000_000n],
  ['PT0S', 0n],
  ['P', undefined],
  ['P1DT', undefined],
  ['P1Y', undefined],
  ['PT1.0000001S', undefined],
  ['P2932897D', undefined],
  ['-P719163D', undefined],
])('the duration %s', (text, length) => expect(readDuration(text)).toBe(length));

test.each([
  ['1 day', 86_400_000_000n],
  [' 2 HOURS  30 minutes', 9_000_000_000n],
  ['-1 day', -86_400_000_000n],
  ['-01:30:00.5', -5_400_500_000n],
  ['P1D', 86_400_000_000n],
  ['1 month', undefined],
  ['1', undefined],
  ['1 day ago', undefined],
  ['', undefined],
])('the interval of PostgreSQL %j', (text, length) => expect(readInterval(text)).toBe(length));

test('SQLite has it as a moment', () => {
  expect(sqliteInterval(-1n)).toBe('1969-12-31 23:59:59.999999');
  expect(sqliteInterval(readDuration('-P719162D') ?? 0n)).toBe('0001-01-01 00:00:00.000000');
  expect(sqliteInterval(readDuration('P2932896DT86399.999999S') ?? 0n)).toBe('9999-12-31 23:59:59.999999');
});

test('days and seconds add up to it', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (length) => {
      const { days, seconds } = daysAndSeconds(length);
      expect(readInterval(`${days} days ${seconds} seconds`)).toBe(length);
    }),
  );
});
