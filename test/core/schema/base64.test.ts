import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64ToHex, hexToBase64, isBase64 } from '../../../src/core/schema/base64.ts';

test('bytes become the text that Node makes of them, and come back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20 }), (bytes) => {
      const [hex, text] = [Buffer.from(bytes).toString('hex'), Buffer.from(bytes).toString('base64')];
      expect(hexToBase64(hex)).toBe(text);
      expect(base64ToHex(text)).toBe(hex);
      expect(isBase64(text)).toBe(true);
    }),
  );
});

test.each(['A', 'AP8', 'AP8=AP8=', 'AP-_', ' AP8=', 'AP8=\n'])('%j is no base64', (text) =>
  expect(isBase64(text)).toBe(false),
);
