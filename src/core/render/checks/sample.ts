import type { Column } from '../../model/model.ts';
import { isPassword } from '../python/checks.ts';
import { sampleNumbers } from '../python/sample-numbers.ts';
import { sampleCount, sampleValue } from '../python/sample-values.ts';
import { DAY, type Value } from './evaluate.ts';

/** Values that a factory gives a column. */
export type Sample = {
  /** The expression of the value in the `n`-th row; undefined when the column is left out. */
  readonly text: string | undefined;
  /** How many different values there are. */
  readonly count: number;
  /** The value in the `n`-th row. */
  readonly at: (n: number) => Value;
};

/** The sample that a column gets when no check says otherwise. */
export function plainSample(column: Column): Sample | undefined {
  const text = sampleValue(column);
  return text === undefined ? undefined : { text, count: sampleCount(column), at: valueAt(column, text) };
}

function valueAt(column: Column, text: string): Sample['at'] {
  const { type } = column;
  if (isPassword(column)) return () => undefined;
  switch (type.kind) {
    case 'integer':
    case 'decimal':
    case 'float':
      return sampleNumbers(column, type).at;
    case 'text':
      return (n) => formatted(text, n);
    case 'enum':
      return (n) => type.members[n % type.members.length]?.value;
    case 'boolean':
      return (n) => n % 2 === 0;
    case 'date':
      return (n) => ({ moment: 'date', at: START / DAY + n });
    case 'datetime':
      return (n) => ({ moment: 'datetime', at: START / MINUTE + n });
    default:
      return () => undefined;
  }
}

const START = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;

/** What a string of Python comes to in the `n`-th row; undefined for fields of other forms than samples have. */
export function formatted(literal: string, n: number): string | undefined {
  const inside = /^f?"([^"\\]*)"$/.exec(literal)?.[1];
  if (inside === undefined || !literal.startsWith('f')) return inside;
  const text = inside.replace(FIELD, (_, modulus?: string, width?: string) =>
    String(modulus === undefined ? n : n % Number(modulus)).padStart(Number(width ?? 0), '0'),
  );
  return /[{}]/.test(text) ? undefined : text;
}

const FIELD = /\{n(?: % (\d+))?(?::0(\d+)d)?\}/g;
